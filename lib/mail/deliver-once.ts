import { db } from '@/lib/db/db'
import { log } from '@/lib/log/log'
import { deliverMail } from '@/lib/mail/deliver-mail'
import type { Mail, MailSettings } from '@/lib/mail/schema'
import { mailSettings } from '@/lib/mail/settings'

/** Whether the message of this id has left already, so that a retried job need not even be composed again. */
export async function isDelivered(id: string): Promise<boolean> {
  return (await db().commandReceipt.count({ where: { id, command: 'send-mail' } })) > 0
}

/**
 * Delivers a message unless it has left already. Only a death between the mail server's yes and the receipt sends it
 * again, under the same Message-ID. Logs by id; the log never holds the text, which may have a sign-in link.
 * @throws what the mail server said; the job is tried again
 */
export async function deliverOnce(mail: Mail, settings: MailSettings = mailSettings()): Promise<void> {
  if (await isDelivered(mail.id)) return
  try {
    const way = await deliverMail(mail, settings)
    log().info({ mailId: mail.id, way }, 'Mail left')
  } catch (error) {
    log().warn({ mailId: mail.id, err: error }, 'Mail could not be delivered; it will be tried again')
    throw error
  }
  await db().commandReceipt.createMany({
    data: { id: mail.id, command: 'send-mail', result: {} },
    skipDuplicates: true,
  })
}
