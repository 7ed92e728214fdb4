import { createElement } from 'react'
import { Letter, type LetterContent } from '@/lib/mail/letter'
import type { Mail } from '@/lib/mail/schema'

/** In characters; mail programs show the first fifty or so, and an issue's title in it may have thousands. */
const LONGEST_SUBJECT = 200

function asSubject(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length > LONGEST_SUBJECT
    ? `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`
    : letters.join('')
}

/**
 * A message of our own, from what it says.
 * @param envelope the subject, and for whom it is where it is for one
 * @param text the plain part, written for people who read plain mail
 */
export async function composeMail<E extends Pick<Mail, 'subject'>>(
  envelope: E,
  letter: LetterContent,
  text: string,
): Promise<E & Pick<Mail, 'html' | 'text'>> {
  // Loaded when needed: Next refuses a route whose module graph holds react-dom/server from the start.
  const { render } = await import('@react-email/render')
  return {
    ...envelope,
    subject: asSubject(envelope.subject),
    html: await render(createElement(Letter, letter)),
    text,
  }
}
