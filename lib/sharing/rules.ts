import { hostOf } from '@/lib/address/rules'
import { BLURB_BYTES } from '@/lib/issues/schema'

/** What another page or app hands over, before anybody has looked at it. */
export type Handed = {
  url: string
  title: string
  quote: string
  note: string
  via: string
  source: 'BOOKMARKLET' | 'SHARE'
}
type Params = Record<string, string | string[] | undefined>

/** Of an address of the capture window, so that it survives signing in (`returnPath`, lib/accounts/rules.ts). */
const LONGEST_PATH = 1900
const LONGEST_TITLE = 300
const encoder = new TextEncoder()

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The last address in a text, as Android puts it there, and what stands around it. */
function splitText(text: string): { url: string; rest: string } {
  const found = [...text.matchAll(/https?:\/\/[^\s<>"“”]+/gi)].at(-1)
  if (!found) return { url: '', rest: text }
  const url = found[0].replace(/[.,;!?'’]+$/, '')
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length)
  return { url, rest: rest.trim() }
}

/** A browser that shares a selection marks it in the address (Text Fragments, WICG); readers are not to jump there. */
const withoutTextFragment = (url: string) => url.replace(/#?:~:text=.*$/, '')

/** `"selected text"`, in the quotation marks that browsers put around it. */
function quoted(text: string): string | null {
  const found = /^["“«„](?<inner>[\s\S]+)["”»“]$/.exec(text.trim())
  return found?.groups?.inner?.trim() ?? null
}

const searches = /(?:^|\.)(?:google|bing|duckduckgo|yahoo|yandex|baidu|ecosia|qwant|startpage|kagi)\.[a-z.]+$/

/** Where somebody came from, as a credit names it: the other site's host. A search and the site itself are no credit. */
export function viaOf(referrer: string, url: string): string {
  const [from, to] = [hostOf(referrer), hostOf(url)]
  return from === null || from === to || searches.test(from) ? '' : from
}

/**
 * What the address of the capture window hands over. The bookmarklet names each text. A phone's share sheet has no
 * agreed place for the address: Android has it in `text`, behind the words that were shared.
 */
export function readHanded(params: Params): Handed {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name] : '').replaceAll('\0', '')
  const [title, text] = [tidy(one('title')), one('text').trim()]
  const isNamed = one('url').trim() !== ''
  const split = isNamed
    ? { url: one('url').trim(), rest: text.replace(one('url').trim(), '').trim() }
    : splitText(text)
  const url = withoutTextFragment(split.url)
  const told = {
    url,
    via: one('from') === 'bookmarklet' ? viaOf(one('via'), url) : tidy(one('via')),
    note: one('note'),
  }
  const source = one('from') === 'bookmarklet' ? ('BOOKMARKLET' as const) : ('SHARE' as const)
  const quote = one('quote').trim() || quoted(split.rest) || ''
  if (quote !== '' || tidy(split.rest) === title) return { ...told, title, quote, source }
  const isTitle = title === '' && !split.rest.includes('\n') && split.rest.length <= LONGEST_TITLE
  return isTitle
    ? { ...told, title: split.rest, quote, source }
    : { ...told, title, quote: split.rest, source }
}

/** The capture window's address with as much of what was handed over as an address holds. */
export function capturePath({ url, title, quote, via, source }: Handed): string {
  const from = source === 'BOOKMARKLET' ? { from: 'bookmarklet' } : {}
  const path = (texts: Record<string, string>) =>
    `/admin/capture?${new URLSearchParams({ ...from, ...texts })}`
  // `via` is a host by now, which is read as one only behind its scheme.
  const origin = via === '' || source === 'SHARE' ? via : `https://${via}/`
  const whole = { url, title, quote, via: origin }
  if (path(whole).length <= LONGEST_PATH) return path(whole)
  const { quote: _, ...short } = whole
  if (path(short).length <= LONGEST_PATH) return path(short)
  return path({ url }).length <= LONGEST_PATH ? path({ url }) : '/admin/capture'
}

/** A quote within the cap of a blurb. `isCut`: more was selected. */
export function fitQuote(text: string): { quote: string; isCut: boolean } {
  const bytes = encoder.encode(text)
  if (bytes.length <= BLURB_BYTES) return { quote: text, isCut: false }
  // Half a character at the end decodes to a sign for it, and is taken away.
  const quote = new TextDecoder().decode(bytes.slice(0, BLURB_BYTES - 3)).replace(/\uFFFD+$/, '')
  return { quote, isCut: true }
}

/** What the bookmarklet puts behind `#`, where no server sees it and nothing limits its length. */
export function readFragment(hash: string): { quote: string; html: string; isCut: boolean } {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  return { quote: parts.get('quote') ?? '', html: parts.get('html') ?? '', isCut: parts.has('cut') }
}
