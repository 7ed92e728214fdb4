import { formatLongDay } from '@/lib/times/rules'
import type { SlotFacts, Told } from './schema'
import { deadlineInWords, specInWords, untilInWords, whereInWords } from './words'

const DAY_MS = 86_400_000
const daysTo = ({ today, deadline }: SlotFacts) =>
  Math.round((Date.parse(`${deadline}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS)

function dueInWords(facts: SlotFacts): string {
  const left = daysTo(facts)
  if (left < 0) return 'is overdue'
  if (left === 0) return 'is due today'
  return left === 1 ? 'is due tomorrow' : `is due in ${left} days`
}

/** What is still to be done for a slot that is booked, sent back, or written by the studio. */
export function reminderText(facts: SlotFacts): Told {
  if (facts.state === 'COPY_SUBMITTED') return toAccept(facts)
  const due = dueInWords(facts)
  const again = facts.state === 'CHANGES_REQUESTED'
  const short = facts.hasEarlier ? ['Short of time? Run what you ran before: that takes one click.'] : []
  return {
    subject: `Your copy for ${facts.publication}, ${formatLongDay(facts.date)}, ${due}`,
    heading: `Your copy ${due}`,
    paragraphs: [
      again
        ? `The editors asked for changes to your copy for ${whereInWords(facts)}.`
        : `Nothing has come yet for ${whereInWords(facts)}.`,
      deadlineInWords(facts),
      ...(again ? ['What they ask for stands on the page.'] : [specInWords(facts), ...short]),
    ],
    label: again ? 'Change your copy' : 'Write your copy',
  }
}

function toAccept(facts: SlotFacts): Told {
  const left = daysTo(facts)
  return {
    subject: `Please look at your copy for ${facts.publication}, ${formatLongDay(facts.date)}`,
    heading: 'Your copy waits for your yes',
    paragraphs: [
      `The editors wrote or mended your copy for ${whereInWords(facts)}. Accept it, or change it and send it back.`,
      left < 0
        ? 'The deadline has passed, so the editors may decide without you.'
        : `Please answer ${untilInWords(facts)}.`,
    ],
    label: 'Look at it',
  }
}
