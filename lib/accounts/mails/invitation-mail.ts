import { linkLifetime } from '@/lib/accounts/rules'
import type { Role } from '@/lib/accounts/schema'
import { composeMail } from '@/lib/mail/compose-mail'
import type { Mail } from '@/lib/mail/schema'

const days = linkLifetime.invitation / 86_400_000
const work: Record<Role, string> = { OWNER: 'own and edit', EDITOR: 'edit', SPONSOR: 'sponsor' }

/** What an invitation says. `signInUrl` is where its reader asks for another link when this one is used up. */
export type Invitation = {
  publication: string
  role: Role
  invitedBy: string
  link: string
  signInUrl: string
}

/** The message that lets an invited person in. */
export function invitationMail(envelope: { id: string; to: string }, invitation: Invitation): Promise<Mail> {
  const { publication, role, invitedBy, link, signInUrl } = invitation
  const lead = `${invitedBy} invites you to ${work[role]} ${publication}`
  const password = 'There is no password to choose: a link like this one is how you sign in.'
  const terms = `It works once, within ${days} days. After that, ask for a new one at ${signInUrl} with this address.`
  const closing = `You have this message because ${invitedBy} wrote your address. If you don’t know them, do nothing.`
  return composeMail(
    { ...envelope, subject: lead },
    {
      publication,
      heading: lead,
      paragraphs: [password, terms],
      action: { label: 'Accept and sign in', url: link },
      closing,
    },
    `${lead}.\n\nAccept and sign in:\n\n${link}\n\n${password} ${terms}\n\n${closing}\n`,
  )
}
