import { linkLifetime } from '@/lib/accounts/rules'
import { composeMail } from '@/lib/mail/compose-mail'
import type { Mail } from '@/lib/mail/schema'

const minutes = linkLifetime.signIn / 60_000

/** The message with a one-time sign-in link. */
export function signInMail(id: string, to: string, publication: string, link: string): Promise<Mail> {
  const terms = `It works once, within ${minutes} minutes, in whichever browser you open it.`
  const closing = 'If you did not ask for it, do nothing: without this link nobody gets in.'
  return composeMail(
    { id, to, subject: `Your sign-in link for ${publication}` },
    {
      publication,
      heading: 'Sign in',
      paragraphs: [`Here is the link that you asked for. ${terms}`],
      action: { label: 'Sign in', url: link },
      closing,
    },
    `Sign in to ${publication}:\n\n${link}\n\n${terms}\n\n${closing}\n`,
  )
}
