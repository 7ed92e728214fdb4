import { standingSchema } from '@/lib/captures/schema'
import type { Tx } from '@/lib/db/db'
import { columnsOf, holdCaptures, moveHeld, standsNowhere } from './held'

/** An item that was taken out of its issue, and the capture that it went back to. */
export type TakenOut = { itemId: string; captureId: string }

/** The items of an issue that went back to the inbox: by hand, or since their placement was undone. */
export function takenOutOf(tx: Tx, issueId: string): Promise<TakenOut[]> {
  return tx.$queryRaw<TakenOut[]>`
    WITH gone AS (
      SELECT item."id", item."url", item."removalId" FROM "Item" item
      JOIN "Section" section ON section."id" = item."sectionId"
      WHERE section."issueId" = ${issueId}::uuid AND item."removedAt" IS NOT NULL
    )
    SELECT gone."id" AS "itemId", move."captureId" FROM gone
    JOIN "CaptureMove" move ON move."commandId" = gone."removalId"
    WHERE move."before"->>'itemId' = gone."id"::text
    UNION
    SELECT gone."id", capture."id" FROM gone
    JOIN "CommandReceipt" receipt ON receipt."id" = gone."removalId" AND receipt."command" = 'undo-move'
    CROSS JOIN LATERAL jsonb_array_elements_text(receipt."result"->'undone') AS undone("id")
    JOIN "Capture" capture ON capture."id" = undone."id"::uuid AND capture."url" = gone."url"`
}

/**
 * Makes captures placed again whose items a restored draft has brought back, or their links would stand twice. One that
 * was placed elsewhere meanwhile stays there.
 */
export async function placeAgain(
  tx: Tx,
  commandId: string,
  issueId: string,
  taken: readonly TakenOut[],
): Promise<void> {
  const back = await tx.item.findMany({
    where: { id: { in: taken.map(({ itemId }) => itemId) }, removedAt: null, capture: null },
    select: { id: true },
  })
  const pairs = taken.filter(({ itemId }) => back.some(({ id }) => id === itemId))
  const held = await holdCaptures(
    tx,
    pairs.map(({ captureId }) => captureId),
  )
  for (const capture of held.filter(({ state }) => state !== 'PLACED')) {
    const itemId = pairs.find(({ captureId }) => captureId === capture.id)?.itemId
    if (itemId)
      await moveHeld(tx, commandId, [capture], { ...standsNowhere, state: 'PLACED', itemId, issueId })
  }
}

/**
 * Puts captures back where they stood whose items a restore, or a text, had brought back.
 * @param itemIds those that another restore may have removed just now
 */
export async function letGoAgain(tx: Tx, commandId: string, itemIds: readonly string[]): Promise<void> {
  const found = await tx.$queryRaw<{ id: string; before: unknown }[]>`
    SELECT capture."id", last."before" FROM "Capture" capture
    JOIN "Item" item ON item."id" = capture."itemId" AND item."removedAt" IS NOT NULL
    JOIN LATERAL (
      SELECT move."commandId", move."before" FROM "CaptureMove" move
      WHERE move."captureId" = capture."id" AND move."undoneAt" IS NULL ORDER BY move."at" DESC, move."id" DESC LIMIT 1
    ) last ON true
    JOIN "CommandReceipt" receipt ON receipt."id" = last."commandId" AND receipt."command" IN ('restore-draft', 'save-text')
    WHERE item."id" = ANY(${itemIds}::uuid[]) AND capture."state" = 'PLACED'`
  const held = await holdCaptures(
    tx,
    found.map(({ id }) => id),
  )
  for (const capture of held) {
    const before = standingSchema.parse(found.find(({ id }) => id === capture.id)?.before)
    const { movedAt: _, ...standing } = columnsOf(before)
    await moveHeld(tx, commandId, [capture], standing)
  }
}
