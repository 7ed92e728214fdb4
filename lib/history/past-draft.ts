import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { emptyItem } from '@/lib/issues/rules'
import {
  type IssueDraft,
  type ItemContent,
  issueContentSchema,
  itemContentSchema,
  sectionContentSchema,
} from '@/lib/issues/schema'

/**
 * A moment in the life of a draft: the one before a change that is kept, by its number; or a mark that a reader of the
 * draft was given, which says exactly which transactions they saw, those under way at the same instant too.
 */
export type Moment = { before: number } | { mark: string }

type PastRow = { kind: 'issue' | 'section' | 'item'; id: string; content: Record<string, unknown> | null }

/** No transaction of ours takes so long, in ms. */
const CLOSE = 3_600_000
const MARK = /^(\d{1,19}:\d{1,19}:[\d,]{0,2000})\/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)$/

/** Whether Postgres takes it for one, as `pg_snapshot` is written: `xmin:xmax:` and what was under way between them. */
function isSnapshot(text: string): boolean {
  const [xmin = '', xmax = '', between = ''] = text.split(':')
  const numbers = [xmin, ...(between === '' ? [] : between.split(','))]
  const isRising = numbers.every((each, at) => each !== '' && BigInt(each) >= BigInt(numbers[at - 1] ?? '1'))
  return (
    isRising &&
    BigInt(xmax) >= BigInt(xmin) &&
    (between === '' || BigInt(numbers.at(-1) ?? '') < BigInt(xmax))
  )
}

/** The moment of a draft that is read in the same transaction, which must be REPEATABLE READ. */
export async function readMark(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ mark: string }[]>`
    SELECT pg_current_snapshot()::text || '/' || to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      AS "mark"`
  return row?.mark ?? ''
}

/** Which changes came after the moment. @throws AppError `invalid` for what is no mark */
function laterThan(moment: Moment): Prisma.Sql {
  if ('before' in moment) return Prisma.sql`past."id" >= ${moment.before}`
  const [, snapshot, at] = MARK.exec(moment.mark) ?? []
  if (!snapshot || !at || !isSnapshot(snapshot) || Number.isNaN(Date.parse(at))) {
    throw new AppError('invalid', 'The first line of the text was changed. Take the text anew.', {
      fields: { text: 'The first line of the text was changed. Take the text anew.' },
    })
  }
  // Numbers of transactions begin anew where a backup was restored. What was changed long before the mark, or after it,
  // is told by its time; close to it, where the time would not be exact, by the snapshot.
  const [earliest, latest] = [new Date(Date.parse(at) - CLOSE), new Date(Date.parse(at) + CLOSE)]
  return Prisma.sql`past."until" > ${earliest} AND (past."until" > ${latest}
    OR NOT pg_visible_in_snapshot(past."xact"::text::xid8, ${snapshot}::pg_snapshot))`
}

/**
 * The draft as it was at a moment: each row as it was before the first change after it. What is not kept for each moment
 * (sponsors' parts, slots, the schedule) is as `draft` has it.
 */
export async function draftAt(tx: Tx, draft: IssueDraft, moment: Moment): Promise<IssueDraft> {
  const rows = await tx.$queryRaw<PastRow[]>`
    WITH first AS (
      SELECT DISTINCT ON (past."rowId") past."rowId", past."content" FROM "PastRow" past
      WHERE past."issueId" = ${draft.id}::uuid AND ${laterThan(moment)} ORDER BY past."rowId", past."id"
    ), section AS (SELECT * FROM "Section" WHERE "issueId" = ${draft.id}::uuid), present AS (
      SELECT 'issue' AS "kind", issue."id", to_jsonb(issue) AS "content" FROM "Issue" issue
      WHERE issue."id" = ${draft.id}::uuid
      UNION ALL SELECT 'section', section."id", to_jsonb(section) FROM section
      UNION ALL SELECT 'item', item."id", to_jsonb(item) FROM "Item" item
      WHERE item."sectionId" IN (SELECT "id" FROM section)
    )
    SELECT present."kind", present."id",
           CASE WHEN first."rowId" IS NULL THEN present."content" ELSE first."content" END AS "content"
    FROM present LEFT JOIN first ON first."rowId" = present."id"`
  return draftOf(draft, rows)
}

const isLive = ({ content }: PastRow) => content !== null && content.removedAt === null
/** Keys compare as bytes, and are ASCII. */
const byPosition = (a: PastRow, b: PastRow) =>
  String(a.content?.position) < String(b.content?.position) ? -1 : 1

/**
 * The columns of a row that make its content; an old row may lack newer ones. What was stored under other limits than
 * today's stays as it was, or one row would keep a whole draft from being read.
 */
function contentIn<S extends z.ZodObject>(schema: S, row: Record<string, unknown>): Partial<z.infer<S>> {
  const fields = Object.entries(schema.shape).filter(([name]) => name in row)
  const values = fields.map(([name, field]) => {
    const read = z.safeParse(field, row[name])
    return [name, read.success ? read.data : row[name]]
  })
  return Object.fromEntries(values) as Partial<z.infer<S>>
}

function draftOf(draft: IssueDraft, rows: PastRow[]): IssueDraft {
  const live = rows.filter(isLive).toSorted(byPosition)
  const own = rows.find(({ kind }) => kind === 'issue')?.content
  const issue = own ? contentIn(issueContentSchema, own) : {}
  const itemsOf = (sectionId: string) =>
    live
      .filter(({ kind, content }) => kind === 'item' && content?.sectionId === sectionId)
      .map(({ id, content }) => ({ ...itemIn(content ?? {}), id, version: Number(content?.version) }))
  const sections = live
    .filter(({ kind }) => kind === 'section')
    .map(({ id, content }) => {
      const { title = null, layout = 'articles' } = contentIn(sectionContentSchema, content ?? {})
      return { id, title, layout, version: Number(content?.version), items: itemsOf(id) }
    })
  return { ...draft, ...issue, sections }
}

function itemIn(row: Record<string, unknown>): ItemContent {
  return { ...emptyItem, ...contentIn(itemContentSchema, row) }
}
