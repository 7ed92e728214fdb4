import { findDate } from './dates'
import { cutGluedRemark } from './remarks-in-text'
import type { ParsedIssue, ParsedItem, Remark } from './schema'

/** A piece of a source that must be found again: words as written, or an address. */
export type Fragment = { line: number; text: string; isAddress: boolean }

function letters(text: string): string {
  return text.replace(/&(?:#\w+|\w+);/g, '').replace(/[^\p{L}\p{N}]+/gu, '')
}

function textsOf(item: ParsedItem): (string | null)[] {
  const links = item.links.flatMap((link) => [link.label, link.url])
  return [item.headline, item.url, ...links, item.blurb, item.byline, item.credit, item.disclosure]
}

/**
 * Sentences as they may be found again: the issue's date is kept as data, and a remark glued to a sentence was cut off.
 */
function* sentencesOf(text: string): Generator<string> {
  for (const sentence of text.split(/(?<=[.!?…])|\n/)) {
    const cut = cutGluedRemark(sentence)
    yield* cut ? [cut.text, cut.remark] : [sentence]
  }
}

function isIssueDate(sentence: string, issue: ParsedIssue): boolean {
  const found = findDate(sentence)
  return found !== null && found.date === issue.date && letters(sentence.replace(found.text, '')) === ''
}

function allTexts(issue: ParsedIssue): string[] {
  return [
    issue.title,
    issue.url,
    issue.date,
    issue.intro,
    issue.outro,
    ...issue.sections.flatMap((section) => [section.title, ...section.items.flatMap(textsOf)]),
    ...issue.sponsors.flatMap((part) => [part.label, part.headline, part.text, part.callToAction, part.url]),
    ...issue.setAside.map((remark) => remark.text),
  ].filter((text) => text !== null)
}

/**
 * Every sentence and address of a source is in the issue or in the account of what was set aside; what isn't comes
 * back. Sentences are compared by their letters and digits, since marks and line breaks may change on the way.
 */
export function findLostText(fragments: Fragment[], issue: ParsedIssue): Remark[] {
  const texts = allTexts(issue)
  const words = texts.map(letters).join('\n')
  const addresses = texts.join('\n')
  const lost: Remark[] = []
  for (const fragment of fragments) {
    const why = 'no place was found for it'
    if (fragment.isAddress) {
      const isThere = addresses.includes(fragment.text) || words.includes(letters(fragment.text))
      if (!isThere) lost.push({ line: fragment.line, text: fragment.text, why })
      continue
    }
    for (const sentence of sentencesOf(fragment.text)) {
      if (!words.includes(letters(sentence)) && !isIssueDate(sentence, issue))
        lost.push({ line: fragment.line, text: sentence.trim(), why })
    }
  }
  return lost
}
