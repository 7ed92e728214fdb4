import { isGate, isHome, namesPage, ownerOf } from './homes'

const partsOf = (url: URL) => url.pathname.split('/').filter(Boolean)

/** Words of the last part of a path, as sites make addresses of headlines. */
function slugOf(url: URL): string[] {
  const last = partsOf(url).at(-1) ?? ''
  return last
    .toLowerCase()
    .replace(/\.\w{1,5}$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
}

/** Whether two addresses end in the same headline, numbers that sites add left aside. */
function isSameSlug(one: URL, other: URL): boolean {
  const [mine, theirs] = [slugOf(one), slugOf(other)]
  const shared = mine.filter((word) => theirs.includes(word)).length
  return shared >= 2 && shared * 2 >= Math.max(mine.length, theirs.length)
}

const general =
  /^(?:index|view|article|item|news|page|story|post|show|read|default|detail|watch)s?(?:\.\w+)?$/i

/** Whether an address drops what told its page from others: parameters where the path is the same for all. */
function losesPage(from: URL, to: URL): boolean {
  const last = partsOf(from).at(-1) ?? ''
  if (from.pathname.replace(/\/$/, '') !== to.pathname.replace(/\/$/, '')) return false
  const lost = [...from.searchParams.keys()].some((name) => !to.searchParams.has(name))
  return lost && (last === '' || general.test(last) || slugOf(from).length < 3)
}

/** What only chooses a form of the page that it stands below. */
const form = /^(?:amp|print|mobile|embed|full|comments|index\.\w+)$/i

/** Whether an address is that of a folder around the other one: a list, not the page. */
function isAbove(to: URL, from: URL): boolean {
  const [upper, lower] = [partsOf(to), partsOf(from).filter((part) => !form.test(part))]
  // A number too long for a year is that of the page, and what followed it were its words.
  if (namesPage(to) || /^\d{5,}$/.test(upper.at(-1) ?? '')) return false
  return upper.length < lower.length && upper.every((part, index) => part === lower[index])
}

const list =
  /^(?:blogs?|news|articles|posts|stories|archives?|press|insights|resources|events|updates|incidents|categories|tags|topics)$/i
const isList = (url: URL) => list.test(partsOf(url).at(-1) ?? '') && !namesPage(url)

/** Whether a redirect ends at a list of pages, where one page was asked for: sites do so when that is gone. */
export function endsAtList(from: URL, to: URL): boolean {
  return isAbove(to, from) || (isList(to) && !isList(from))
}

/**
 * Whether what a page names as its own address (`rel=canonical`, `og:url`) is to be believed: not a front page, not the
 * list that it stands in, not an address that leaves out which page it is; on another site only under the same headline,
 * as a copy says where it came from.
 * @param from where the page was found; both absolute
 */
export function isBelievable(from: string, canonical: string): boolean {
  const [here, there] = [new URL(from), new URL(canonical)]
  if (isHome(there) && there.search === '') return isHome(here) && ownerOf(from) === ownerOf(canonical)
  if (isGate(there) || isAbove(there, here) || losesPage(here, there)) return false
  return ownerOf(from) === ownerOf(canonical) || isSameSlug(here, there)
}

/**
 * Whether a redirect tells that two addresses lead to one thing: not where it ends at a door, a front page or a list, nor
 * where it loses which page it was. Many pages that are gone may end there, and would become one.
 */
export function isSameThing(written: string, final: string): boolean {
  const [from, to] = [new URL(written), new URL(final)]
  if (isGate(to) || losesPage(from, to)) return false
  return isHome(to) ? isHome(from) : !endsAtList(from, to)
}
