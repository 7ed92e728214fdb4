import { isGate, isHome, ownerOf } from './homes'

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

/** Whether an address is that of a folder around the other one: a list, not the page. */
function isAbove(to: URL, from: URL): boolean {
  const [upper, lower] = [partsOf(to), partsOf(from)]
  return upper.length < lower.length && upper.every((part, index) => part === lower[index])
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

/** Whether a redirect tells that two addresses lead to one thing: not where it ends at a door or a front page. */
export function isSameThing(written: string, final: string): boolean {
  const [from, to] = [new URL(written), new URL(final)]
  return !isGate(to) && (isHome(from) || !isHome(to) || to.search !== '')
}
