import type { UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'

export type Arrival = { id: string; actor: UserActor; issueId: string; viewId: string }

/**
 * Notes that somebody has the issue open. Neither receipt nor audit: it is about now, and lapses by itself unless it is
 * renewed. Whoever lapsed long ago is forgotten at the same time.
 */
export async function arrive({ id, actor, issueId, viewId }: Arrival): Promise<void> {
  await db().$executeRaw`DELETE FROM "Presence" WHERE "seenAt" < now() - interval '10 minutes'`
  await db().$executeRaw`
    INSERT INTO "Presence" ("id", "issueId", "userId", "viewId", "seenAt")
    VALUES (${id}::uuid, ${issueId}::uuid, ${actor.id}::uuid, ${viewId}::uuid, now())`
}

/** Renews the presence of these streams. */
export async function stayPresent(ids: string[]): Promise<void> {
  await db().$executeRaw`UPDATE "Presence" SET "seenAt" = now() WHERE "id" = ANY(${ids}::uuid[])`
}

/** Notes that these streams have ended. */
export async function leave(ids: string[]): Promise<void> {
  await db().$executeRaw`DELETE FROM "Presence" WHERE "id" = ANY(${ids}::uuid[])`
}
