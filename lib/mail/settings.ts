import { join } from 'node:path'
import { env } from '@/lib/env/env'
import type { MailSettings } from '@/lib/mail/schema'

/** Where this instance's mail goes, by its environment. */
export function mailSettings(): MailSettings {
  const { APP_URL, DATA_DIR, MAIL_FROM, SMTP_URL } = env()
  return {
    smtpUrl: SMTP_URL,
    from: MAIL_FROM ?? `Gleaner <gleaner@${new URL(APP_URL).hostname}>`,
    directory: join(DATA_DIR, 'mail'),
    origin: APP_URL,
  }
}
