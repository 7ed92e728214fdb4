import { randomUUID } from 'node:crypto'
import { publicationName } from '@/lib/accounts/mails/publication-name'
import { type NoticeKind, staffRoleSchema } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { composeMail } from '@/lib/mail/compose-mail'
import { sendMail } from '@/lib/mail/send-mail'

/** A notice to those who work in the studio and want its kind. `path` is a page of it, e.g. `/admin/issues/…`. */
export type Notice = {
  kind: NoticeKind
  subject: string
  heading: string
  /** Whole sentences, each a paragraph; plain text. */
  paragraphs: readonly string[]
  action: { label: string; path: string }
}

/**
 * Tells every owner and editor who is not disabled and has not switched this kind off, in the caller's transaction: they
 * hear of what was committed, once, and of nothing else. For what can't wait until they look: an issue held back, a warning before its time.
 */
export async function mailEditors(tx: Tx, notice: Notice): Promise<void> {
  const people = await tx.user.findMany({
    where: {
      role: { in: staffRoleSchema.options },
      disabledAt: null,
      NOT: { mutedMails: { has: notice.kind } },
    },
    select: { email: true },
    orderBy: { email: 'asc' },
  })
  if (people.length === 0) return
  const publication = await publicationName(tx)
  const url = new URL(notice.action.path, env().APP_URL).href
  const choices = new URL('/admin/sessions#mails', env().APP_URL).href
  const closing = `You have this message because you edit ${publication}. Choose what you are mailed: ${choices}`
  const { subject, heading, paragraphs, action } = notice
  const text = [heading, ...paragraphs, `${action.label}: ${url}`, closing].join('\n\n')
  const letter = { publication, heading, paragraphs, action: { label: action.label, url }, closing }
  const mail = await composeMail({ subject }, letter, `${text}\n`)
  for (const { email } of people) await sendMail(tx, { ...mail, id: randomUUID(), to: email })
}
