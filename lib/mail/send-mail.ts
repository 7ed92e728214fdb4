import type { Tx } from '@/lib/db/db'
import { type Mail, mailSchema } from '@/lib/mail/schema'
import { enqueue } from '@/lib/queue/enqueue'

/**
 * Leaves a message to the job `send-mail`, in the caller's transaction: it goes when that commits, and not otherwise.
 * Not for messages that hold a sign-in link, since the queue would keep the link; those are composed in their job.
 */
export async function sendMail(tx: Tx, mail: Mail): Promise<void> {
  await enqueue(tx, 'send-mail', mailSchema.parse(mail), { key: mail.id })
}
