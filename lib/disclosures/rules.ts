import { hostOf } from '@/lib/address/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { type Finding, nameOfItem } from '@/lib/preflight/rules'

/** Names from the settings that a reader should be told of where they are met. */
export type DisclosureNames = { employerNames: string[]; sponsorNames: string[] }

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
 * Items that concern an employer or a sponsor named in the settings and disclose nothing: a suggestion, which never
 * blocks.
 */
export function findUndisclosed(draft: IssueDraft, names: DisclosureNames): Finding[] {
  const known = [
    ...names.employerNames.map((name) => ({ name: name.trim(), who: 'your employer' })),
    ...names.sponsorNames.map((name) => ({ name: name.trim(), who: 'your sponsor' })),
  ].filter(({ name }) => name !== '')
  return draft.sections
    .flatMap((section) => section.items)
    .filter((item) => item.disclosure.trim() === '')
    .flatMap((item) => {
      const met = known.find(({ name }) => meets(item, name))
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
