import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { movedIds } from '@/lib/order/moved-ids'
import type { Sibling } from '@/lib/order/rules'
import { idsOf, itemsOfSections, sectionsInOrder } from './arrange'

type Ordered = readonly { id: string; items: readonly { id: string }[] }[]

/** A key after all items of a section. */
export async function endOfSection(tx: Tx, sectionId: string): Promise<string> {
  const [last] = await tx.$queryRaw<{ position: string }[]>`
    SELECT "position" FROM "Item" WHERE "sectionId" = ${sectionId}::uuid AND "removedAt" IS NULL
    ORDER BY "position" DESC LIMIT 1`
  return generateKeyBetween(last?.position ?? null, null)
}

/** A key after all sections of the issue that this one belongs to. */
export async function endOfSections(tx: Tx, sectionId: string): Promise<string> {
  const [last] = await tx.$queryRaw<{ position: string }[]>`
    SELECT "position" FROM "Section" WHERE "removedAt" IS NULL AND "issueId" = (
      SELECT "issueId" FROM "Section" WHERE "id" = ${sectionId}::uuid)
    ORDER BY "position" DESC LIMIT 1`
  return generateKeyBetween(last?.position ?? null, null)
}

/** Keys for those of `wanted` that aren't `kept`, between those that are. */
function newKeys(wanted: readonly string[], kept: ReadonlyMap<string, string>): Map<string, string> {
  const keys = new Map<string, string>()
  let before: string | null = null
  let run: string[] = []
  const fill = (after: string | null) => {
    for (const [at, key] of generateNKeysBetween(before, after, run.length).entries())
      keys.set(run[at] ?? '', key)
    run = []
  }
  for (const id of wanted) {
    const key = kept.get(id)
    if (key === undefined) run.push(id)
    else {
      fill(key)
      before = key
    }
  }
  fill(null)
  return keys
}

/** The rows of `now` that stay where they are when they are put in the order of `wanted`. */
function keptIn(now: readonly Sibling[], wanted: readonly string[]): Map<string, string> {
  const moved = movedIds(idsOf([...now]), wanted)
  const stays = now.filter(({ id }) => wanted.includes(id) && !moved.has(id))
  return new Map(stays.map(({ id, position }) => [id, position]))
}

/**
 * Puts items into the sections and the order of `target`, which names live ones. Those that move are taken out for a
 * moment, since a new key may be one that another of them has still.
 */
export async function orderItems(tx: Tx, actor: Actor, issueId: string, target: Ordered): Promise<void> {
  const all = await itemsOfSections(tx, idsOf(await sectionsInOrder(tx, issueId)))
  const moves: { id: string; sectionId: string; position: string }[] = []
  for (const { id: sectionId, items } of target) {
    const here = all.filter((item) => item.sectionId === sectionId)
    const wanted = items.map(({ id }) => id)
    // What is to leave this section, or to be removed, is in nobody's way once it has.
    const kept = keptIn(here, wanted)
    for (const [id, position] of newKeys(wanted, kept)) moves.push({ id, sectionId, position })
  }
  if (moves.length === 0) return
  const ids = moves.map(({ id }) => id)
  await tx.item.updateMany({ where: { id: { in: ids } }, data: { removedAt: now() } })
  for (const { id, sectionId, position } of moves)
    await tx.item.update({
      where: { id },
      data: { sectionId, position, removedAt: null },
      select: { id: true },
    })
  const detail = { items: ids }
  await recordAudit(tx, actor, { action: 'arrange-items', subject: 'issue', subjectId: issueId, detail })
}

/** Puts the sections into the order of `target`, which names all that are live. */
export async function orderSections(tx: Tx, actor: Actor, issueId: string, target: Ordered): Promise<void> {
  const wanted = target.map(({ id }) => id)
  const keys = newKeys(wanted, keptIn(await sectionsInOrder(tx, issueId), wanted))
  if (keys.size === 0) return
  const ids = [...keys.keys()]
  await tx.section.updateMany({ where: { id: { in: ids } }, data: { removedAt: now() } })
  for (const [id, position] of keys)
    await tx.section.update({ where: { id }, data: { position, removedAt: null }, select: { id: true } })
  const detail = { sections: ids }
  await recordAudit(tx, actor, { action: 'arrange-sections', subject: 'issue', subjectId: issueId, detail })
}
