import { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import {
  canDuplicateIssue,
  canEditIssue,
  canOpenIssue,
  canReadIssues,
  canRedateIssue,
  canRemoveIssue,
  canSkipIssue,
  canUnskipIssue,
} from '@/lib/issues/policy'
import { type IssueState, issueStates } from '@/lib/issues/schema'
import { likePattern, numberOf } from './rules'
import type { IssueFilter, IssueList, IssueRow } from './schema'
import { countUnpublished } from './unpublished'

export const PAGE_SIZE = 50
/** More issues than that in some weeks are no calendar. */
const MOST_BETWEEN = 400

type Row = Omit<IssueRow, 'can' | 'changes' | 'path'> & { slug: string | null }

/**
 * A page of the issues, latest date first. The next page begins after the key of the last row, so that it is as
 * fast as the first one and misses nothing that was made meanwhile.
 * @throws AppError `forbidden`
 */
export async function listIssues(actor: Actor, filter: IssueFilter): Promise<IssueList> {
  if (!canReadIssues(actor)) throw new AppError('forbidden', 'Only owners and editors see the issues.')
  const found = Prisma.sql`i."removedAt" IS NULL ${matching(filter)} ${inYear(filter)}`
  const [rows, counts, years] = await Promise.all([
    readRows(Prisma.sql`${found} ${inState(filter)} ${afterKey(filter)}`),
    countStates(found),
    readYears(),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return {
    rows: await present(actor, page),
    next: last ? `${last.date}_${last.id}` : null,
    counts,
    years,
  }
}

/** All issues of these dates, both included, in the order of their dates. @throws AppError `forbidden` */
export async function listIssuesBetween(
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<IssueRow[]> {
  if (!canReadIssues(actor)) throw new AppError('forbidden', 'Only owners and editors see the issues.')
  const within = Prisma.sql`i."removedAt" IS NULL AND i."date" BETWEEN ${from}::date AND ${to}::date`
  return (await present(actor, await readRows(within, MOST_BETWEEN))).reverse()
}

/** Rows with what the person may do with each, and how far readers are behind. */
async function present(actor: Actor, rows: readonly Row[]): Promise<IssueRow[]> {
  const changes = await countUnpublished(rows.filter((row) => row.state === 'PUBLISHED').map(({ id }) => id))
  return rows.map(({ slug, ...row }) => ({
    ...row,
    path: row.state === 'PUBLISHED' && slug ? `/issues/${slug}` : null,
    changes: row.state === 'PUBLISHED' ? (changes.get(row.id) ?? 0) : null,
    can: {
      open: canOpenIssue(actor, row),
      edit: canEditIssue(actor, row),
      skip: canSkipIssue(actor, row),
      unskip: canUnskipIssue(actor, row),
      remove: canRemoveIssue(actor, row),
      redate: canRedateIssue(actor, row),
      duplicate: canDuplicateIssue(actor, row),
    },
  }))
}

function matching({ q }: IssueFilter): Prisma.Sql {
  if (q === '') return Prisma.empty
  const pattern = likePattern(q)
  const number = numberOf(q)
  // A number is looked for in titles only: nearly every address holds some digits.
  if (number !== null) return Prisma.sql`AND (i."number" = ${number} OR i."title" ILIKE ${pattern})`
  return Prisma.sql`AND (i."title" ILIKE ${pattern} OR i."intro" ILIKE ${pattern} OR EXISTS (
    SELECT 1 FROM "Section" s JOIN "Item" t ON t."sectionId" = s."id"
    WHERE s."issueId" = i."id" AND s."removedAt" IS NULL AND t."removedAt" IS NULL
      AND (t."headline" ILIKE ${pattern} OR t."url" ILIKE ${pattern} OR t."blurb" ILIKE ${pattern})))`
}

function inYear({ year }: IssueFilter): Prisma.Sql {
  if (year === null) return Prisma.empty
  return Prisma.sql`AND i."date" >= make_date(${year}::int, 1, 1) AND i."date" < make_date(${year + 1}::int, 1, 1)`
}

function inState({ state }: IssueFilter): Prisma.Sql {
  return state === null ? Prisma.empty : Prisma.sql`AND i."state" = ${state}::"IssueState"`
}

function afterKey({ after }: IssueFilter): Prisma.Sql {
  const [date, id] = after?.split('_') ?? []
  return date && id ? Prisma.sql`AND (i."date", i."id") < (${date}::date, ${id}::uuid)` : Prisma.empty
}

const instant = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

function readRows(where: Prisma.Sql, limit = PAGE_SIZE + 1): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT i."id", i."state"::text AS "state", i."number", i."title", to_char(i."date", 'YYYY-MM-DD') AS "date",
      i."scheduledZone", i."heldReason", a."slug",
      ${instant(Prisma.sql`i."scheduledAt"`)} AS "scheduledAt",
      ${instant(Prisma.sql`a."publishedAt"`)} AS "publishedAt",
      ${instant(Prisma.sql`a."withdrawnAt"`)} AS "withdrawnAt",
      (SELECT count(*)::int FROM "Section" s WHERE s."issueId" = i."id" AND s."removedAt" IS NULL) AS "sections",
      (SELECT count(*)::int FROM "Section" s JOIN "Item" t ON t."sectionId" = s."id" AND t."removedAt" IS NULL
       WHERE s."issueId" = i."id" AND s."removedAt" IS NULL) AS "items",
      (SELECT coalesce(json_agg(json_build_object(
         'id', slot."id", 'sponsor', sponsor."name", 'placement', placement."name", 'state', slot."state"
       ) ORDER BY placement."position", slot."ordinal", slot."id"), '[]')
       FROM "Slot" slot JOIN "Sponsor" sponsor ON sponsor."id" = slot."sponsorId"
         JOIN "Placement" placement ON placement."id" = slot."placementId"
       WHERE slot."issueId" = i."id" AND slot."state" NOT IN ('RELEASED', 'MISSED')) AS "booked"
    FROM "Issue" i LEFT JOIN "ArchivedIssue" a ON a."issueId" = i."id"
    WHERE ${where} ORDER BY i."date" DESC, i."id" DESC LIMIT ${limit}`
}

async function countStates(where: Prisma.Sql): Promise<Record<IssueState, number>> {
  const rows = await db().$queryRaw<{ state: IssueState; count: number }[]>`
    SELECT i."state"::text AS "state", count(*)::int AS "count" FROM "Issue" i WHERE ${where} GROUP BY i."state"`
  const counted = new Map(rows.map(({ state, count }) => [state, count]))
  return Object.fromEntries(
    issueStates.map((state) => [state, counted.get(state) ?? 0]),
  ) as IssueList['counts']
}

async function readYears(): Promise<number[]> {
  const rows = await db().$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM "date")::int AS "year" FROM "Issue"
    WHERE "removedAt" IS NULL ORDER BY "year" DESC`
  return rows.map(({ year }) => year)
}
