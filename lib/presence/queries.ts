import { mayUseStudio } from '@/lib/accounts/policy'
import { isLive, type SessionRow } from '@/lib/accounts/rules'
import type { Actor, Role } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { canReadIssues } from '@/lib/issues/policy'
import type { Present } from './schema'

/** Whether this person may follow what becomes of the issue, and there is such a one. */
export async function mayFollow(actor: Actor, issueId: string): Promise<boolean> {
  if (!canReadIssues(actor)) return false
  return (await db().issue.count({ where: { id: issueId, removedAt: null } })) > 0
}

/** Who has the issue open, each once, and where they write; by Postgres' clock, which all processes share. */
export function listPresent(issueId: string): Promise<Present[]> {
  return db().$queryRaw<Present[]>`
    SELECT DISTINCT ON (person."id") person."id" AS "userId",
           coalesce(nullif(person."name", ''), person."email") AS "name", presence."at"
    FROM "Presence" presence JOIN "User" person ON person."id" = presence."userId"
    WHERE presence."issueId" = ${issueId}::uuid AND presence."seenAt" > now() - interval '45 seconds'
    ORDER BY person."id", presence."at" IS NULL, presence."seenAt" DESC`
}

/** Of these sessions, those that sign in somebody of the studio. */
export async function sessionsOfStudio(ids: string[]): Promise<Set<string>> {
  type Row = SessionRow & { id: string; userId: string; name: string; role: Role }
  const rows = await db().$queryRaw<Row[]>`
    SELECT session."id", session."revokedAt", session."seenAt", person."disabledAt", person."id" AS "userId",
           person."name", person."role"::text
    FROM "Session" session JOIN "User" person ON person."id" = session."userId"
    WHERE session."id" = ANY(${ids}::uuid[])`
  const at = now()
  const good = rows.filter(
    (row) =>
      isLive(row, at) && mayUseStudio({ kind: 'user', id: row.userId, name: row.name, role: row.role }),
  )
  return new Set(good.map(({ id }) => id))
}
