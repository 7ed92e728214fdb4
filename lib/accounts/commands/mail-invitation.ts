import { invitationMail } from '@/lib/accounts/mails/invitation-mail'
import { publicationName } from '@/lib/accounts/mails/publication-name'
import { linkLifetime } from '@/lib/accounts/rules'
import { makeSignInLink } from '@/lib/accounts/tokens'
import { db, transaction } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { deliverOnce, isDelivered } from '@/lib/mail/deliver-once'

/** The job behind an invitation: mails its link, unless it was withdrawn, taken up or disabled in the meantime. */
export async function mailInvitation(job: {
  mailId: string
  personId: string
  invitedBy: string
}): Promise<void> {
  if (await isDelivered(job.mailId)) return
  const person = await db().user.findFirst({
    where: { id: job.personId, joinedAt: null, disabledAt: null },
    select: { id: true, email: true, role: true },
  })
  if (!person) return
  const link = await transaction((tx) => makeSignInLink(tx, person.id, linkLifetime.invitation))
  const mail = await invitationMail(
    { id: job.mailId, to: person.email },
    {
      publication: await publicationName(),
      role: person.role,
      invitedBy: job.invitedBy,
      link,
      signInUrl: new URL('/sign-in', env().APP_URL).href,
    },
  )
  await deliverOnce(mail)
}
