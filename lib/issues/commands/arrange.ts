import type { Tx } from '@/lib/db/db'
import type { Sibling } from '@/lib/order/rules'

/** Locks section rows in id order, so that two moves never wait for each other in a circle. */
export async function lockSections(tx: Tx, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT "id" FROM "Section" WHERE "id" = ANY(${[...new Set(ids)]}::uuid[]) ORDER BY "id" FOR UPDATE`
}

/** The live items of a section in order; keys compare as bytes (the column's collation). */
export function itemsInOrder(tx: Tx, sectionId: string): Promise<(Sibling & { tied: boolean })[]> {
  return tx.$queryRaw`
    SELECT "id", "position", "tied" FROM "Item"
    WHERE "sectionId" = ${sectionId}::uuid AND "removedAt" IS NULL ORDER BY "position"`
}

export type PlacedItem = Sibling & { sectionId: string; tied: boolean }

/** The live items of some sections, each section's in order. */
export function itemsOfSections(tx: Tx, ids: string[]): Promise<PlacedItem[]> {
  return tx.$queryRaw`
    SELECT "id", "sectionId", "position", "tied" FROM "Item"
    WHERE "sectionId" = ANY(${ids}::uuid[]) AND "removedAt" IS NULL ORDER BY "position"`
}

/** The live sections of an issue in order. */
export function sectionsInOrder(tx: Tx, issueId: string): Promise<Sibling[]> {
  return tx.$queryRaw`
    SELECT "id", "position" FROM "Section"
    WHERE "issueId" = ${issueId}::uuid AND "removedAt" IS NULL ORDER BY "position"`
}

export const idsOf = (rows: { id: string }[]): string[] => rows.map((row) => row.id)
