import type { Tx } from '@/lib/db/db'
import { hashAddress } from '@/lib/links/hash-address'
import type { CanonicalLink } from '@/lib/links/rules'
import { keepLinks } from './keep-links'

/**
 * Notes that addresses lead to the same thing as another: whoever asks for one of them finds what was said of any. What
 * the archive had under them goes along. An address that is an alias already, or has aliases of its own, follows. Part
 * of whoever’s transaction this is; it asks no policy.
 */
export async function aliasLinks(tx: Tx, from: readonly CanonicalLink[], to: CanonicalLink): Promise<void> {
  const others = from.filter(({ canonical }) => canonical !== to.canonical)
  if (others.length === 0) return
  const linkId = (await keepLinks(tx, [to])).get(to.canonical)
  if (!linkId) return
  for (const { canonical } of others) {
    const hash = hashAddress(canonical)
    const known = await tx.linkAlias.findUnique({ where: { hash }, select: { linkId: true } })
    const link = await tx.link.findUnique({ where: { hash }, select: { id: true } })
    // Two addresses that each lead to the other are one link already, under whichever came first.
    if (known?.linkId === linkId || link?.id === linkId) continue
    await tx.linkAlias.upsert({
      where: { hash },
      create: { hash, url: canonical, linkId },
      update: { linkId },
    })
    if (link) await moveTo(tx, link.id, linkId)
  }
}

/** The row of the old link stays: whoever publishes at this moment may just have found it. */
async function moveTo(tx: Tx, old: string, linkId: string): Promise<void> {
  await tx.linkAlias.updateMany({ where: { linkId: old }, data: { linkId } })
  await tx.archivedItem.updateMany({ where: { linkId: old }, data: { linkId } })
  await tx.$executeRaw`
    INSERT INTO "ArchivedMention" ("itemId", "linkId", "place")
    SELECT "itemId", ${linkId}::uuid, "place" FROM "ArchivedMention" WHERE "linkId" = ${old}::uuid
    ON CONFLICT DO NOTHING`
  await tx.archivedMention.deleteMany({ where: { linkId: old } })
}
