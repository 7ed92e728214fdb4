import { systemActor } from '@/lib/accounts/schema'
import { db, transaction } from '@/lib/db/db'
import { deliverOnce, isDelivered } from '@/lib/mail/deliver-once'
import type { JobPayload } from '@/lib/queue/schema'
import { contactMail } from '@/lib/sponsors/mails/contact-mail'
import { contactText } from '@/lib/sponsors/mails/contact-texts'
import { isStillTrue } from '@/lib/sponsors/mails/rules'
import { readMove } from '@/lib/sponsors/queries/read-move'
import { readSlotFacts } from '@/lib/sponsors/queries/slot-facts'
import { makePortalLink } from './portal-links'

/**
 * The job behind `tellContacts`: writes what is true now, with a fresh link, and delivers it once; nothing where that is
 * out of date or the contact was removed.
 */
export async function mailContact(job: JobPayload<'mail-contact'>): Promise<void> {
  if (await isDelivered(job.mailId)) return
  const { slotId, kind } = job
  const contact = await db().sponsorContact.findFirst({
    where: {
      id: job.contactId,
      removedAt: null,
      sponsor: { removedAt: null, slots: { some: { id: slotId } } },
    },
    select: { id: true, email: true },
  })
  const slot = await readSlotFacts(db(), slotId)
  if (!contact || !slot) return
  const about = await readAbout(job)
  const facts = kind === 'moved' ? { ...slot, movedFrom: await readMove(db(), slotId) } : slot
  if (!isStillTrue(kind, { ...facts, aboutVersionId: about.versionId })) return
  const path = `/sponsor/slots/${slotId}`
  const link = await transaction((tx) => makePortalLink(tx, systemActor('mail'), contact.id, path))
  const { publication, sponsor } = facts
  const envelope = { id: job.mailId, to: contact.email }
  const mail = await contactMail(envelope, contactText(kind, facts, about), { publication, sponsor, link })
  await deliverOnce(mail)
}

/** Who said what, and of which version. */
async function readAbout({ kind, aboutId }: JobPayload<'mail-contact'>) {
  const nothing = { byName: '', comment: '', onBehalf: false }
  if (!aboutId || kind === 'written') return { ...nothing, versionId: aboutId ?? null }
  const review = await db().review.findUnique({
    where: { id: aboutId },
    select: { byName: true, comment: true, onBehalf: true, versionId: true },
  })
  return review ?? { ...nothing, versionId: null }
}
