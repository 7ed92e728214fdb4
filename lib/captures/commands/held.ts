import type { Prisma } from '@/generated/prisma/client'
import {
  type CaptureExtras,
  type CaptureSource,
  type CaptureState,
  type CaptureText,
  captureExtrasSchema,
  type Standing,
} from '@/lib/captures/schema'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { raiseVersions, type Versioned } from '@/lib/versions/rules'

/** A capture as a command works on it: locked until its transaction ends. */
export type HeldCapture = CaptureText &
  Versioned & {
    id: string
    source: CaptureSource
    /** Whether the title was filled in from the page. */
    titleIsPages: boolean
    extras: CaptureExtras
    state: CaptureState
    laterUntil: Date | null
    surfacesAt: Date
    movedAt: Date
    itemId: string | null
    issueId: string | null
    isAside: boolean
  }

/** Captures by id, locked in the order of their ids, so that two commands never wait for each other in a circle. */
export async function holdCaptures(tx: Tx, ids: readonly string[]): Promise<HeldCapture[]> {
  const rows = await tx.$queryRaw<HeldCapture[]>`
    SELECT "id", "url", "title", "quote", "note", "via", "extras", "source"::text, "titleIsPages", "state"::text, "laterUntil", "surfacesAt", "movedAt",
           "itemId", "issueId", "isAside", "version", "fieldVersions"
    FROM "Capture" WHERE "id" = ANY(${[...new Set(ids)]}::uuid[]) ORDER BY "id" FOR UPDATE`
  return rows.map((row) => ({ ...row, extras: captureExtrasSchema.parse(row.extras) }))
}

const standingOf = ({
  state,
  laterUntil,
  surfacesAt,
  movedAt,
  itemId,
  issueId,
  isAside,
}: HeldCapture): Standing => ({
  state,
  laterUntil: laterUntil?.toISOString().slice(0, 10) ?? null,
  surfacesAt: surfacesAt.toISOString(),
  movedAt: movedAt.toISOString(),
  itemId,
  issueId,
  isAside,
})

/** The columns of a standing that was kept. */
export function columnsOf({ laterUntil, ...standing }: Standing) {
  return { ...standing, laterUntil: laterUntil && new Date(`${laterUntil}T00:00:00Z`) }
}

type Change = Pick<
  Prisma.CaptureUncheckedUpdateManyInput,
  'state' | 'laterUntil' | 'surfacesAt' | 'itemId' | 'issueId' | 'isAside'
> &
  Partial<CaptureText> &
  Partial<Versioned>

/** What was written in an item goes into its capture, as a save would: a text typed from an older version conflicts. */
export function rewritten(capture: Versioned, texts: CaptureText & { extras: CaptureExtras }) {
  const { extras: _, ...fields } = texts
  const { version, fieldVersions } = raiseVersions(capture, fields)
  return { ...texts, version, fieldVersions }
}

/** Not placed, not put off, not aside. */
export const standsNowhere = { laterUntil: null, itemId: null, issueId: null, isAside: false } as const

/** Moves captures that are held, and keeps how they stood for undo. */
export async function moveHeld(
  tx: Tx,
  commandId: string,
  held: readonly HeldCapture[],
  change: Change & { extras?: CaptureExtras },
): Promise<void> {
  if (held.length === 0) return
  const at = await keepStandings(tx, commandId, held)
  const ids = held.map(({ id }) => id)
  await tx.capture.updateMany({ where: { id: { in: ids } }, data: { ...change, movedAt: at } })
}

/** Moves captures that are held into an issue, hundreds of them as one, each as the item of the same place in the list. */
export async function placeHeld(
  tx: Tx,
  commandId: string,
  held: readonly HeldCapture[],
  { itemIds, issueId }: { itemIds: readonly string[]; issueId: string },
): Promise<void> {
  const at = await keepStandings(tx, commandId, held)
  const ids = held.map(({ id }) => id)
  await tx.$executeRaw`
    UPDATE "Capture" c SET "state" = 'PLACED', "laterUntil" = NULL, "isAside" = false, "movedAt" = ${at},
      "itemId" = placed."itemId", "issueId" = ${issueId}::uuid
    FROM unnest(${ids}::uuid[], ${itemIds}::uuid[]) AS placed("id", "itemId") WHERE c."id" = placed."id"`
}

async function keepStandings(tx: Tx, commandId: string, held: readonly HeldCapture[]): Promise<Date> {
  const at = now()
  const data = held.map((capture) => ({ captureId: capture.id, commandId, before: standingOf(capture), at }))
  await tx.captureMove.createMany({ data })
  return at
}
