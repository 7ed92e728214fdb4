import { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { likePattern } from '@/lib/issue-list/rules'
import { readBriefs } from '@/lib/pages/queries'
import { canReadCaptures } from './policy'
import {
  type CaptureFilter,
  type CaptureList,
  type CaptureRow,
  type CaptureView,
  captureExtrasSchema,
  type OpenDraft,
} from './schema'

export const PAGE_SIZE = 100
/** More drafts than anybody writes at once; a list to choose from has an end. */
const MOST_DRAFTS = 200

const instant = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const surfacesAt = Prisma.sql`c."surfacesAt"`
const movedAt = Prisma.sql`c."movedAt"`

/** What a view holds, and what it is ordered by. What was put off is back in the inbox from its day on. */
const views: Record<CaptureView, { where: (at: Date) => Prisma.Sql; by: Prisma.Sql; isRising: boolean }> = {
  inbox: {
    where: (at) => Prisma.sql`c."state" IN ('NEW', 'LATER') AND ${surfacesAt} <= ${at} AND NOT c."isAside"`,
    by: surfacesAt,
    isRising: false,
  },
  feeds: {
    where: (at) => Prisma.sql`c."state" IN ('NEW', 'LATER') AND ${surfacesAt} <= ${at} AND c."isAside"`,
    by: surfacesAt,
    isRising: false,
  },
  later: {
    where: (at) => Prisma.sql`c."state" = 'LATER' AND ${surfacesAt} > ${at}`,
    by: surfacesAt,
    isRising: true,
  },
  placed: { where: () => Prisma.sql`c."state" = 'PLACED'`, by: movedAt, isRising: false },
  discarded: { where: () => Prisma.sql`c."state" = 'DISCARDED'`, by: movedAt, isRising: false },
}

type Row = Omit<CaptureRow, 'page'> & { key: string }

/**
 * A page of captures. The next page begins after the key of the last row, so that it is as fast as the first one and
 * misses nothing that came meanwhile.
 * @throws AppError `forbidden`
 */
export async function listCaptures(actor: Actor, filter: CaptureFilter): Promise<CaptureList> {
  if (!canReadCaptures(actor)) throw new AppError('forbidden', 'Only owners and editors see the inbox.')
  const [rows, counts] = await Promise.all([readRows(filter), countViews()])
  const listed = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? listed.at(-1) : undefined
  const pages = await readBriefs(listed.map(({ url }) => url))
  return {
    rows: listed.map(({ key: _, ...row }, index) => ({
      ...row,
      extras: captureExtrasSchema.parse(row.extras),
      page: pages[index] ?? null,
    })),
    next: last ? `${last.key}_${last.id}` : null,
    counts,
  }
}

function readRows(filter: CaptureFilter): Promise<Row[]> {
  const { where, by, isRising } = views[filter.view]
  const order = isRising ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return db().$queryRaw<Row[]>`
    SELECT c."id", c."url", c."title", c."quote", c."note", c."via", c."extras", c."source"::text, c."version",
      c."state"::text, to_char(c."laterUntil", 'YYYY-MM-DD') AS "laterUntil",
      ${instant(Prisma.sql`c."capturedAt"`)} AS "capturedAt", ${instant(movedAt)} AS "movedAt",
      ${instant(by)} AS "key", CASE WHEN u."id" IS NULL THEN NULL ELSE coalesce(nullif(u."name", ''), u."email") END AS "by",
      CASE WHEN i."id" IS NULL THEN NULL ELSE json_build_object(
        'issueId', i."id", 'title', i."title",
        'isThere', t."removedAt" IS NULL AND s."removedAt" IS NULL AND i."removedAt" IS NULL AND t."id" IS NOT NULL
      ) END AS "placed"
    FROM "Capture" c LEFT JOIN "User" u ON u."id" = c."capturedById"
      LEFT JOIN "Issue" i ON i."id" = c."issueId" LEFT JOIN "Item" t ON t."id" = c."itemId"
      LEFT JOIN "Section" s ON s."id" = t."sectionId"
    WHERE ${where(now())} ${matching(filter)} ${fromSource(filter)} ${afterKey(filter)}
    ORDER BY ${by} ${order}, c."id" ${order} LIMIT ${PAGE_SIZE + 1}`
}

function matching({ q }: CaptureFilter): Prisma.Sql {
  if (q === '') return Prisma.empty
  const pattern = likePattern(q)
  return Prisma.sql`AND (c."title" ILIKE ${pattern} OR c."url" ILIKE ${pattern} OR c."note" ILIKE ${pattern}
    OR c."quote" ILIKE ${pattern} OR c."via" ILIKE ${pattern})`
}

function fromSource({ source }: CaptureFilter): Prisma.Sql {
  return source === null ? Prisma.empty : Prisma.sql`AND c."source" = ${source}::"CaptureSource"`
}

function afterKey({ view, after }: CaptureFilter): Prisma.Sql {
  const [at, id] = after?.split('_') ?? []
  if (!at || !id) return Prisma.empty
  const { by, isRising } = views[view]
  const key = Prisma.sql`(${new Date(at)}, ${id}::uuid)`
  return isRising ? Prisma.sql`AND (${by}, c."id") > ${key}` : Prisma.sql`AND (${by}, c."id") < ${key}`
}

async function countViews(): Promise<CaptureList['counts']> {
  const at = now()
  const [counts] = await db().$queryRaw<CaptureList['counts'][]>`
    SELECT count(*) FILTER (WHERE ${views.inbox.where(at)})::int AS "inbox",
      count(*) FILTER (WHERE ${views.feeds.where(at)})::int AS "feeds",
      count(*) FILTER (WHERE ${views.later.where(at)})::int AS "later",
      count(*) FILTER (WHERE c."state" = 'PLACED')::int AS "placed",
      count(*) FILTER (WHERE c."state" = 'DISCARDED')::int AS "discarded"
    FROM "Capture" c`
  return counts ?? { inbox: 0, feeds: 0, later: 0, placed: 0, discarded: 0 }
}

/** One capture, as the window that brought it shows it; null where there is none. @throws AppError `forbidden` */
export async function findCapture(
  actor: Actor,
  id: string,
): Promise<Pick<CaptureRow, 'id' | 'url' | 'title' | 'state'> | null> {
  if (!canReadCaptures(actor)) throw new AppError('forbidden', 'Only owners and editors see the inbox.')
  return db().capture.findUnique({ where: { id }, select: { id: true, url: true, title: true, state: true } })
}

/** Drafts that captures can go into, the nearest date first. @throws AppError `forbidden` */
export async function openDrafts(actor: Actor): Promise<OpenDraft[]> {
  if (!canReadCaptures(actor)) throw new AppError('forbidden', 'Only owners and editors see the drafts.')
  return db().$queryRaw<OpenDraft[]>`
    SELECT i."id", i."title", i."number", to_char(i."date", 'YYYY-MM-DD') AS "date", i."state"::text,
      (SELECT coalesce(json_agg(json_build_object('id', s."id", 'title', s."title", 'layout', s."layout")
         ORDER BY s."position"), '[]')
       FROM "Section" s WHERE s."issueId" = i."id" AND s."removedAt" IS NULL) AS "sections"
    FROM "Issue" i WHERE i."state" IN ('DRAFT', 'SCHEDULED') AND i."removedAt" IS NULL
    ORDER BY i."date", i."number", i."id" LIMIT ${MOST_DRAFTS}`
}
