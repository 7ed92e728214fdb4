import { type NoticeKind, noticeKinds, type UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'

/** The kinds of the studio's mail that one has switched off. */
export async function readMutedMails(actor: UserActor): Promise<NoticeKind[]> {
  const { mutedMails } = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { mutedMails: true },
  })
  return noticeKinds.filter((kind) => mutedMails.includes(kind))
}
