import { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { canReadAuditLog, hiddenSubjects } from './policy'
import type { AuditFilter, AuditPage, AuditRow } from './schema'

const PAGE = 50
const MOST_CHOICES = 200

type Row = {
  id: string
  at: Date
  actorId: string | null
  actorName: string
  action: string
  subject: string
  name: string | null
  issueId: string | null
  subjectId: string | null
  fields: unknown
}

/** Which events are wanted. Days are those of the publication's zone. */
function conditions(actor: Actor, filter: AuditFilter, zone: string): Prisma.Sql {
  const { who, what, issue, from, to } = filter
  const hidden = hiddenSubjects(actor)
  const day = (date: string, days: number) =>
    Prisma.sql`((${date}::date + ${days}::int)::timestamp AT TIME ZONE ${zone})`
  const parts = [
    Prisma.sql`event."subject" <> ALL(${hidden}::text[])`,
    ...(who === 'system' ? [Prisma.sql`event."actorId" IS NULL`] : []),
    ...(who && who !== 'system' ? [Prisma.sql`event."actorId" = ${who}::uuid`] : []),
    ...(what ? [Prisma.sql`event."action" = ${what}`] : []),
    ...(from ? [Prisma.sql`event."at" >= ${day(from, 0)}`] : []),
    ...(to ? [Prisma.sql`event."at" < ${day(to, 1)}`] : []),
    ...(issue
      ? [
          Prisma.sql`event."subjectId" IN (
            SELECT ${issue} UNION ALL SELECT "id"::text FROM "Section" WHERE "issueId" = ${issue}::uuid
            UNION ALL SELECT "id"::text FROM "Slot" WHERE "issueId" = ${issue}::uuid
            UNION ALL SELECT item."id"::text FROM "Item" item JOIN "Section" section ON section."id" = item."sectionId"
              WHERE section."issueId" = ${issue}::uuid)`,
        ]
      : []),
  ]
  return Prisma.join(parts, ' AND ')
}

/** The log of who did what, latest first, and what it can be narrowed to. @throws AppError `not_found` */
export async function readAuditLog(actor: Actor, filter: AuditFilter, zone: string): Promise<AuditPage> {
  if (!canReadAuditLog(actor)) throw notFound('log')
  const where = conditions(actor, filter, zone)
  const after = filter.after
    ? Prisma.sql`AND (event."at", event."id") < (
        SELECT "at", "id" FROM "AuditEvent" WHERE "id" = ${filter.after}::uuid)`
    : Prisma.empty
  const [found, choices] = await Promise.all([
    db().$queryRaw<Row[]>`
      SELECT event."id", event."at", event."actorId", event."actorName", event."action", event."subject",
             event."subjectId", event."detail"->'fields' AS "fields",
             coalesce(section."issueId", home."issueId", issue."id") AS "issueId",
             coalesce(nullif(item."headline", ''), nullif(left(item."blurb", 80), ''), nullif(section."title", ''),
                      nullif(issue."title", ''), nullif(person."name", ''), person."email", sponsor."name",
                      placement."name", nullif(capture."title", ''), capture."url") AS "name"
      FROM (
        SELECT *, CASE WHEN "subjectId" ~ '^[0-9a-f-]{36}$' THEN "subjectId"::uuid END AS "about"
        FROM "AuditEvent" event WHERE ${where} ${after}
        ORDER BY event."at" DESC, event."id" DESC LIMIT ${PAGE + 1}
      ) event
      LEFT JOIN "Item" item ON event."subject" = 'item' AND item."id" = event."about"
      LEFT JOIN "Section" home ON home."id" = item."sectionId"
      LEFT JOIN "Section" section ON event."subject" = 'section' AND section."id" = event."about"
      LEFT JOIN "Issue" issue ON event."subject" = 'issue' AND issue."id" = event."about"
      LEFT JOIN "User" person ON event."subject" = 'person' AND person."id" = event."about"
      LEFT JOIN "Sponsor" sponsor ON event."subject" = 'sponsor' AND sponsor."id" = event."about"
      LEFT JOIN "Placement" placement ON event."subject" = 'placement' AND placement."id" = event."about"
      LEFT JOIN "Capture" capture ON event."subject" = 'capture' AND capture."id" = event."about"
      ORDER BY event."at" DESC, event."id" DESC`,
    readChoices(actor),
  ])
  const rows = found.slice(0, PAGE).map(rowOf)
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null, ...choices }
}

function rowOf({
  id,
  at,
  actorId,
  actorName,
  action,
  subject,
  name,
  issueId,
  subjectId,
  fields,
}: Row): AuditRow {
  return {
    id,
    at: at.toISOString(),
    who: actorId ? actorName : `the ${actorName}`,
    action,
    subject,
    name,
    path: pathOf(subject, subjectId, issueId),
    fields: Array.isArray(fields) ? fields.map(String) : [],
  }
}

function pathOf(subject: string, subjectId: string | null, issueId: string | null): string | null {
  if (issueId)
    return subject === 'issue'
      ? `/admin/issues/${issueId}`
      : `/admin/issues/${issueId}/versions?row=${subjectId}`
  const places: Record<string, string> = {
    slot: '/admin/sponsors/slots',
    sponsor: '/admin/sponsors/companies',
    placement: '/admin/sponsors/placements',
    person: '/admin/people',
  }
  const place = places[subject]
  return place && subjectId ? `${place}/${subjectId}` : null
}

async function readChoices(actor: Actor): Promise<Pick<AuditPage, 'people' | 'actions' | 'issues'>> {
  const [people, actions, issues] = await Promise.all([
    db().user.findMany({
      where: { role: { in: ['OWNER', 'EDITOR'] } },
      orderBy: { email: 'asc' },
      take: MOST_CHOICES,
      select: { id: true, name: true, email: true },
    }),
    // By Postgres: Prisma would fetch every event there ever was, and tell them apart here.
    db().$queryRaw<{ action: string }[]>`
      SELECT DISTINCT "action" FROM "AuditEvent" WHERE "subject" <> ALL(${hiddenSubjects(actor)}::text[])
      ORDER BY "action"`,
    db().issue.findMany({
      where: { state: { notIn: ['PLANNED', 'SKIPPED'] } },
      orderBy: { date: 'desc' },
      take: MOST_CHOICES,
      select: { id: true, number: true, title: true },
    }),
  ])
  return {
    people: people.map(({ id, name, email }) => ({ id, name: name || email })),
    actions: actions.map(({ action }) => action),
    issues: issues.map(({ id, number, title }) => ({
      id,
      name: `${number ? `#${number} ` : ''}${title}`.trim(),
    })),
  }
}
