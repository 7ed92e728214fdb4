import type { Notice } from '@/lib/accounts/commands/mail-editors'
import { publicationName } from '@/lib/accounts/mails/publication-name'
import type { Tx } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { composeMail } from '@/lib/mail/compose-mail'
import type { Mail } from '@/lib/mail/schema'
import { formatLongDay, formatLongMoment } from '@/lib/times/rules'
import { REQUESTS_PATH } from './mails'

const leads = {
  answer: 'About your request',
  decline: 'We can’t run your message then',
  lapse: 'Your date is not kept any more',
} as const

const afterwards = {
  answer: 'Nothing is booked yet.',
  decline: 'The date is free again, and nothing is booked. You can ask for another one.',
  lapse:
    'The time for which it was kept is over, and nothing is booked. If the date is still free, you can ask again.',
} as const

async function placeOf(tx: Tx, slotId: string) {
  const { heldUntil, placement, issue, sponsor } = await tx.slot.findUniqueOrThrow({
    where: { id: slotId },
    select: {
      heldUntil: true,
      placement: { select: { name: true } },
      issue: { select: { date: true } },
      sponsor: { select: { name: true } },
    },
  })
  const day = formatLongDay(issue.date.toISOString().slice(0, 10))
  return { place: `“${placement.name}” on ${day}`, company: sponsor.name, heldUntil }
}

async function momentInWords(tx: Tx, at: Date): Promise<string> {
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { zone: true } })
  return formatLongMoment(at, publication?.zone ?? 'UTC')
}

/**
 * What whoever asked is mailed. Says nothing that they wrote themselves, since nobody knows yet whose the address is.
 * @param text what the curator wrote, if anything
 */
export async function answerMail(
  tx: Tx,
  envelope: { id: string; to: string },
  slotId: string,
  kind: keyof typeof leads,
  text: string,
): Promise<Mail> {
  const publication = await publicationName(tx)
  const { place, heldUntil } = await placeOf(tx, slotId)
  const heading = leads[kind]
  const kept =
    kind === 'answer' && heldUntil
      ? [`Your date is kept for you until ${await momentInWords(tx, heldUntil)}.`]
      : []
  const said = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
  const paragraphs = [
    `This is about ${place} in ${publication}.`,
    ...said,
    [...kept, afterwards[kind]].join(' '),
  ]
  const action = { label: 'See what is free', url: new URL('/sponsor-us', env().APP_URL).href }
  const closing = `You have this message because somebody gave this address at ${publication} to ask for a date. If it wasn’t you, do nothing.`
  const plain = [`${heading}.`, ...paragraphs, `${action.label}:`, action.url, closing].join('\n\n')
  return composeMail(
    { ...envelope, subject: `${heading}: ${place}` },
    { publication, heading, paragraphs, action, closing },
    `${plain}\n`,
  )
}

/** Tells the editors that a hold lapsed. */
export async function lapseNotice(tx: Tx, slotId: string): Promise<Notice> {
  const { place, company } = await placeOf(tx, slotId)
  return {
    kind: 'requests',
    subject: `A hold has lapsed: ${company}, ${place}`,
    heading: `${company} is not kept waiting any more`,
    paragraphs: [
      `${company} asked for ${place}, and the time for which it was kept is over. The place is free again; they were told so.`,
    ],
    action: { label: 'See the requests', path: REQUESTS_PATH },
  }
}
