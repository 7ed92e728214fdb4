import { publicationName } from '@/lib/accounts/mails/publication-name'
import { signInMail } from '@/lib/accounts/mails/sign-in-mail'
import { linkLifetime } from '@/lib/accounts/rules'
import { makeSignInLink } from '@/lib/accounts/tokens'
import { db, transaction } from '@/lib/db/db'
import { log } from '@/lib/log/log'
import { deliverOnce, isDelivered } from '@/lib/mail/deliver-once'

/**
 * The job behind a request for a sign-in link: mails one if the address is of somebody who may sign in, else nothing.
 * A second try makes a second link; whichever arrives works.
 */
export async function mailSignInLink(job: {
  mailId: string
  email: string
  next?: string | undefined
}): Promise<void> {
  if (await isDelivered(job.mailId)) return
  const person = await db().user.findFirst({
    where: { email: job.email, disabledAt: null },
    select: { id: true },
  })
  if (!person) {
    log().info({ mailId: job.mailId }, 'A sign-in link was asked for an address that may not sign in')
    return
  }
  const link = await transaction((tx) => makeSignInLink(tx, person.id, linkLifetime.signIn, job.next))
  await deliverOnce(await signInMail(job.mailId, job.email, await publicationName(), link))
}
