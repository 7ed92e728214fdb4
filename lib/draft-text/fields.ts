import type { IssueContent, ItemContent } from '@/lib/issues/schema'

/**
 * The lines below a heading: `Name: value`, with further lines of a value indented by two spaces. An indented line of
 * backslashes alone stands for one with a backslash less, so that an empty line inside a value ends nothing.
 */
export function fieldLines(name: string, value: string): string[] {
  const [first = '', ...rest] = value.split('\n')
  return [`${name}: ${first}`, ...rest.map((each) => `  ${/^\\*$/.test(each) ? `${each}\\` : each}`)]
}

/** What a further line of a value says. */
export const continued = (text: string) => {
  const inner = text.slice(2)
  return /^\\+$/.test(inner) ? inner.slice(1) : inner
}

const escapePart = (text: string) =>
  text.replace(/\\/g, '\\\\').replace(/[|,]/g, '\\$&').replace(/\n/g, '\\n')
const unescapePart = (text: string) =>
  text.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

/** Splits at a separator that no backslash stands before. */
function splitAt(text: string, separator: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') {
      part += text.slice(at, at + 2)
      at += 1
    } else if (text.startsWith(separator, at)) {
      parts.push(part)
      part = ''
      at += separator.length - 1
    } else part += text[at]
  }
  return [...parts, part]
}

export const writeLink = ({ label, url }: { label: string; url: string }) =>
  `${escapePart(label)} | ${escapePart(url)}`
export function readLink(text: string): { label: string; url: string } {
  const [label = '', ...url] = splitAt(text, ' | ')
  return { label: unescapePart(label), url: unescapePart(url.join(' | ')) }
}

export const writeTopics = (topics: readonly string[]) => topics.map(escapePart).join(', ')
export const readTopics = (text: string) =>
  splitAt(text, ',')
    .map((topic) => unescapePart(topic).trim())
    .filter((topic) => topic !== '')

export const kinds = ['link', 'quote', 'note'] as const satisfies readonly ItemContent['kind'][]

/** Fields of one line or more that are texts as they are, by the name a person knows each by. */
export const itemTexts = {
  Address: 'url',
  Byline: 'byline',
  Credit: 'credit',
  Disclosure: 'disclosure',
} as const satisfies Record<string, keyof ItemContent>

export const issueTexts = {
  Subject: 'subject',
  Preheader: 'preheader',
  Address: 'slug',
  Date: 'date',
} as const satisfies Record<string, keyof IssueContent>
