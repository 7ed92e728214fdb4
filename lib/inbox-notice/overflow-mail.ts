import type { Notice } from '@/lib/accounts/commands/mail-editors'
import { MOST_WAITING } from '@/lib/suggestions/rules'
import { formatLongDay } from '@/lib/times/rules'
import { INBOX_IS_FULL, SUGGESTIONS_NEAR, type Waiting } from './rules'

/** What the editors are told. */
export function overflowMail({ links, since, suggestions }: Waiting): Notice {
  const isFull = links >= INBOX_IS_FULL
  const waits = since ? `The oldest has been there since ${formatLongDay(since)}.` : ''
  const form =
    suggestions >= MOST_WAITING
      ? `${suggestions} suggestions of readers wait: the form turns readers away until some are sorted.`
      : `${suggestions} suggestions of readers wait: at ${MOST_WAITING} the form turns readers away.`
  return {
    kind: 'inbox',
    subject: isFull ? `Inbox: ${links} links wait` : `Inbox: ${suggestions} suggestions wait`,
    heading: 'The inbox is filling up',
    paragraphs: [
      ...(isFull ? [`${links} links wait to be sorted. ${waits}`.trim()] : []),
      ...(suggestions >= SUGGESTIONS_NEAR ? [form] : []),
      'Select many at once with “x”, and discard or put them off together. While it stays so, you hear of it once a week.',
    ],
    action: { label: 'Open the inbox', path: '/admin/inbox' },
  }
}
