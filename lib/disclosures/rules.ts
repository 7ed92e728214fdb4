import { hostOf } from '@/lib/address/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { type Finding, nameOfItem } from '@/lib/preflight/rules'

/** A company that had a message lately, or has one in the issue. `website`: as the curator wrote it, often empty. */
export type NamedSponsor = { name: string; website: string }

/** Names from the settings, and sponsors, that a reader should be told of where they are met. */
export type DisclosureNames = {
  employerNames: string[]
  sponsorNames: string[]
  recentSponsors: NamedSponsor[]
}

const letters = /[^\p{L}\p{N}]+/gu
const quoteForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether an item says the name, as a word of its own, or its address is on a host of that name. */
function meets(item: DraftItem, name: string): boolean {
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${quoteForRegExp(name)}(?![\\p{L}\\p{N}])`, 'iu')
  if ([item.headline, item.blurb, item.byline].some((text) => word.test(text))) return true
  const label = name.toLowerCase().replace(letters, '')
  const host = hostOf(item.url)
  return label.length > 2 && host !== null && host.split('.').includes(label)
}

/**
 * Whether an address is of a website: on its host or one below it; where the website names a path, as on a host that
 * many share, within that path.
 */
function isWithin(address: string, website: string): boolean {
  const [host, site] = [hostOf(address), website.includes('://') ? website : `https://${website}`]
  const home = hostOf(site)
  if (host === null || home === null) return false
  const path = new URL(site.trim()).pathname.replace(/\/$/, '')
  if (path === '') return host === home || host.endsWith(`.${home}`)
  return host === home && `${new URL(address.trim()).pathname}/`.startsWith(`${path}/`)
}

/**
 * Items that concern an employer or a sponsor named in the settings, or a company with a message in this issue or
 * shortly before, and disclose nothing: a suggestion, which never blocks.
 */
export function findUndisclosed(draft: IssueDraft, names: DisclosureNames): Finding[] {
  const known = [
    ...names.employerNames.map((name) => ({ name: name.trim(), who: 'your employer', website: '' })),
    ...names.sponsorNames.map((name) => ({ name: name.trim(), who: 'your sponsor', website: '' })),
    ...names.recentSponsors.map(({ name, website }) => ({ name: name.trim(), who: 'your sponsor', website })),
  ].filter(({ name }) => name !== '')
  return draft.sections
    .flatMap((section) => section.items)
    .filter((item) => item.disclosure.trim() === '')
    .flatMap((item) => {
      const met = known.find(({ name, website }) => meets(item, name) || isWithin(item.url, website))
      if (!met) return []
      const message = `${nameOfItem(item)} concerns ${met.who}, ${met.name}. Add a disclosure?`
      return {
        code: 'item-disclosure',
        level: 'warn',
        message,
        where: { kind: 'item', id: item.id, field: 'disclosure' },
      }
    })
}
