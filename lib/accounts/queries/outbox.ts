import { authorize } from '@/lib/accounts/authorize'
import { maySeeOutbox } from '@/lib/accounts/policy'
import type { UserActor } from '@/lib/accounts/schema'
import { type FiledMail, type FiledMailContent, listFiledMail, readFiledMail } from '@/lib/mail/outbox-files'
import { mailSettings } from '@/lib/mail/settings'

const shown = 100

/**
 * The outbox, newest first, 100 at most, and whether mail goes there at all or through a server.
 * @throws AppError `forbidden`
 */
export async function listOutbox(
  actor: UserActor,
): Promise<{ total: number; mails: FiledMail[]; throughServer: boolean }> {
  authorize(maySeeOutbox(actor))
  const { directory, smtpUrl } = mailSettings()
  return { ...(await listFiledMail(directory, shown)), throughServer: smtpUrl !== undefined }
}

/** One message of the outbox, or null. @throws AppError `forbidden` */
export async function findOutboxMail(actor: UserActor, id: string): Promise<FiledMailContent | null> {
  authorize(maySeeOutbox(actor))
  return readFiledMail(mailSettings().directory, id)
}
