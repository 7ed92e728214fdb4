import { createElement } from 'react'
import { Letter, type LetterContent } from '@/lib/mail/letter'
import type { Mail } from '@/lib/mail/schema'

/**
 * A message of our own, from what it says.
 * @param text the plain part, written for people who read plain mail
 */
export async function composeMail(
  envelope: { id: string; to: string; subject: string },
  letter: LetterContent,
  text: string,
): Promise<Mail> {
  // Loaded when needed: Next refuses a route whose module graph holds react-dom/server from the start.
  const { render } = await import('@react-email/render')
  const subject = envelope.subject.replace(/\s+/g, ' ').trim()
  return { ...envelope, subject, html: await render(createElement(Letter, letter)), text }
}
