import type { UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { mayFollow } from '@/lib/presence/queries'
import type { SayWhere } from '@/lib/presence/schema'

/** Says in which row a page view writes, for the others to see; nothing where its stream has ended. @throws AppError `not_found` */
export async function sayWhere(
  actor: UserActor,
  { issueId, view, at }: SayWhere & { issueId: string },
): Promise<null> {
  if (!(await mayFollow(actor, issueId))) throw notFound('issue')
  await db().$executeRaw`
    UPDATE "Presence" SET "at" = ${at}::uuid
    WHERE "viewId" = ${view}::uuid AND "userId" = ${actor.id}::uuid AND "issueId" = ${issueId}::uuid
      AND "at" IS DISTINCT FROM ${at}::uuid`
  return null
}
