import { composeMail } from '@/lib/mail/compose-mail'
import type { Mail } from '@/lib/mail/schema'
import type { Told } from './schema'

/** Lays out what a contact is told. `link` is theirs alone and lets its holder write for `sponsor`. */
export function contactMail(
  envelope: { id: string; to: string },
  told: Told,
  { publication, sponsor, link }: { publication: string; sponsor: string; link: string },
): Promise<Mail> {
  const { subject, heading, paragraphs, label } = told
  const closing = `You have this message because you write for ${sponsor} in ${publication}. Whoever has the link can do so too: pass it on to colleagues only. If this isn’t meant for you, do nothing.`
  return composeMail(
    { ...envelope, subject },
    { publication, heading, paragraphs, action: { label, url: link }, closing },
    `${[`${heading}.`, ...paragraphs, `${label}:`, link, closing].join('\n\n')}\n`,
  )
}
