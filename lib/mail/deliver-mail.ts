import { createTransport } from 'nodemailer'
import { fileMail } from '@/lib/mail/outbox-files'
import type { Mail, MailSettings } from '@/lib/mail/schema'

const seconds = 1000

/**
 * Hands one message to the SMTP server, or writes it to a file when there is none. Whoever calls this holds no
 * transaction open: a mail server may take its time.
 * @throws what nodemailer throws when the server can't be reached or refuses; the caller retries
 */
export async function deliverMail(mail: Mail, settings: MailSettings): Promise<'sent' | 'filed'> {
  const message = {
    messageId: `<${mail.id}@${new URL(settings.origin).hostname}>`,
    from: settings.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // RFC 3834: nobody's vacation responder should answer.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  if (!settings.smtpUrl) {
    const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
    await fileMail(settings.directory, mail.id, composed.message as Buffer)
    return 'filed'
  }
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
  })
  try {
    await transport.sendMail(message)
    return 'sent'
  } finally {
    transport.close()
  }
}
