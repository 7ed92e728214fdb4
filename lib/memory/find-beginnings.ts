import type { TargetSection } from '@/lib/captures/commands/place-captures'
import type { Tx } from '@/lib/db/db'
import type { ItemFields } from '@/lib/issues/schema'
import { findKnownLinks } from '@/lib/links/queries'
import { readExemptHosts } from '@/lib/publication/queries'
import { repeatsIn } from './find-habits'
import { findSent, sentUnder } from './find-sent'
import { beginningFor, takesFollowUp } from './rules'
import { linkToAsk, notesOfSent } from './told-of-sent'

/**
 * How empty blurbs begin of what was sent before, by address, where items come into a section: as in the editor once
 * such an address is written.
 */
export async function findBeginnings(
  tx: Tx,
  items: readonly ItemFields[],
  { issueId: except, date, layout, title }: TargetSection,
): Promise<Map<string, string>> {
  const exemptHosts = await readExemptHosts(tx)
  const asked = items.flatMap(({ kind = 'link', url = '', blurb = '' }) => {
    const link = takesFollowUp(kind, layout) && blurb === '' ? linkToAsk(url, exemptHosts) : null
    return link ? [{ url, link }] : []
  })
  const known = await findKnownLinks(
    asked.map(({ link }) => link),
    tx,
  )
  const idsOf = (canonical: string) => known.get(canonical)?.ids ?? []
  const sent = await findSent(
    [...known.values()].flatMap(({ ids }) => ids),
    { except, date },
    tx,
  )
  const begun = asked.flatMap(({ url, link }): [string, string][] => {
    const beginning = beginningFor(notesOfSent(link, sentUnder(idsOf(link.canonical), sent)))
    return beginning ? [[url, beginning]] : []
  })
  const isUsual = begun.length > 0 && (await repeatsIn({ layout, title: title ?? '' }, { except }, tx))
  return new Map(isUsual ? [] : begun)
}
