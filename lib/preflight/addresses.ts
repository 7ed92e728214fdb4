import { addressProblem } from '@/lib/address/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { askedAddress } from '@/lib/pages/rules'
import { readText } from '@/lib/render/markdown/read-text'
import { onceFor } from './once-for'
import type { FindingPlace } from './rules'

/** An address in a draft, and where it stands. `item`: whose it is, if an item’s. */
export type Written = { address: string; where: FindingPlace; item: string | null }

/** What of an item is Markdown. */
export const itemTexts = ['blurb', 'byline', 'credit', 'disclosure'] as const
const issueTexts = ['intro', 'outro'] as const

const canBeFollowed = ({ address }: Written) =>
  addressProblem(address) === null && askedAddress(address) !== null

const inText = (text: string, where: FindingPlace, item: string | null): Written[] =>
  readText(text).links.map(({ url }) => ({ address: url, where, item }))

/** Every address of an item that readers could follow. */
export const addressesOfItem = onceFor((item: DraftItem): Written[] => {
  const { id, url, links } = item
  const found: Written[] = [{ address: url, where: { kind: 'item', id, field: 'url' }, item: id }]
  for (const [at, link] of links.entries())
    found.push({
      address: link.url,
      where: { kind: 'item', id, field: 'links', link: { at, part: 'url' } },
      item: id,
    })
  for (const field of itemTexts) found.push(...inText(item[field], { kind: 'item', id, field }, id))
  return found.filter(canBeFollowed)
})

/**
 * Every address of a draft that readers could follow, in its order: of items, of further links, of links in texts. Not
 * those of its own items (`[[` makes them), which nobody can follow before the issue is published.
 */
export function addressesIn(draft: IssueDraft): Written[] {
  const around = issueTexts.flatMap((field) => inText(draft[field], { kind: 'issue', field }, null))
  const items = draft.sections.flatMap((section) => section.items)
  const own = new Set(items.map(({ id }) => id))
  const leadsOut = ({ address }: Written) =>
    !own.has(/\/items\/([0-9a-f-]{36})$/.exec(address.trim())?.[1] ?? '')
  return [...around.filter(canBeFollowed), ...items.flatMap(addressesOfItem)].filter(leadsOut)
}
