import type { ContactMailKind } from '@/lib/sponsors/schema'
import { formatLongDay } from '@/lib/times/rules'
import { reminderText } from './reminder-text'
import type { Said, SlotFacts, Told } from './schema'
import { deadlineInWords, saidInWords, shortWhere, specInWords, whereInWords } from './words'

const nobody: Said = { byName: '', comment: '', onBehalf: false }
const howTo = ({ hasEarlier }: SlotFacts) =>
  `On its page you write your copy${hasEarlier ? ', or run what you ran before,' : ''} and see how readers will see it. You need no account.`

function booked(facts: SlotFacts): Told {
  const { sponsor, publication, placement, series } = facts
  const one = `${sponsor} has ${whereInWords(facts)}.`
  const many = `${sponsor} has “${placement.name}” in ${series.length} issues of ${publication}: ${listOf(series)}.`
  return {
    subject:
      series.length > 1
        ? `Booked in ${publication}: ${placement.name}, ${series.length} issues`
        : `Booked in ${publication}: ${shortWhere(facts)}`,
    heading: series.length > 1 ? 'Your messages are booked' : 'Your message is booked',
    paragraphs: [
      series.length > 1 ? many : one,
      specInWords(facts),
      series.length > 1
        ? `${deadlineInWords(facts, 'The first one')} Each date has its own page and deadline.`
        : deadlineInWords(facts),
      howTo(facts),
    ],
    label: 'Write your copy',
  }
}

function makeGood(facts: SlotFacts): Told {
  const { publication, makesGood } = facts
  const lost = makesGood ? formatLongDay(makesGood) : 'an earlier date'
  return {
    subject: `Another date in ${publication}: ${shortWhere(facts)}`,
    heading: 'Another date for your message',
    paragraphs: [
      `In place of your message of ${lost}, which readers don’t have, you have ${whereInWords(facts)}.`,
      specInWords(facts),
      deadlineInWords(facts),
      howTo(facts),
    ],
    label: 'Write your copy',
  }
}

function moved(facts: SlotFacts): Told {
  const { movedFrom, publication, date, state } = facts
  const from = movedFrom
    ? ` Before, it was “${movedFrom.placement}” on ${formatLongDay(movedFrom.date)}.`
    : ''
  const next: Partial<Record<SlotFacts['state'], string>> = {
    APPROVED: 'Your copy moves with it and stays approved. Nothing is left to do.',
    COPY_SUBMITTED: 'Your copy moves with it and is with the editors.',
  }
  return {
    subject: `Moved: your message in ${publication} now runs on ${formatLongDay(date)}`,
    heading: 'Your booking has moved',
    paragraphs: [
      `You now have ${whereInWords(facts)}.${from}`,
      next[state] ?? `What you wrote so far moves with it. ${deadlineInWords(facts)}`,
    ],
    label: 'Open your slot',
  }
}

function released(facts: SlotFacts): Told {
  return {
    subject: `Taken off: ${shortWhere(facts)} in ${facts.publication}`,
    heading: 'Your booking was taken off',
    paragraphs: [
      `You no longer have ${whereInWords(facts)}. Nothing is left to do, and what you wrote is kept.`,
      ...reasonOf(facts),
    ],
    label: 'Open your slot',
  }
}

function missed(facts: SlotFacts): Told {
  return {
    subject: `Not this time: ${shortWhere(facts)} in ${facts.publication}`,
    heading: 'Your message does not run this time',
    paragraphs: [
      `Readers won’t have your message in ${whereInWords(facts)}.`,
      ...reasonOf(facts),
      'The editors can give you another date. Answer them from your slot’s page; what you wrote is kept.',
    ],
    label: 'Open your slot',
  }
}

function written(facts: SlotFacts): Told {
  const running = facts.state === 'RAN'
  return {
    subject: `Please look at your copy for ${facts.publication}, ${formatLongDay(facts.date)}`,
    heading: 'The editors wrote or mended your copy',
    paragraphs: [
      running
        ? `They changed the copy that is running: ${whereInWords(facts)}. The old one stays up until this is approved.`
        : `It is for ${whereInWords(facts)}.`,
      'Look at it as readers will see it. Then accept it, or change it and send it back.',
    ],
    label: 'Look at it',
  }
}

function changesRequested(facts: SlotFacts, said: Said): Told {
  const due = facts.state === 'RAN' ? 'What is running stays up meanwhile.' : deadlineInWords(facts)
  return {
    subject: `Please change your copy for ${facts.publication}, ${formatLongDay(facts.date)}`,
    heading: 'The editors ask for changes',
    paragraphs: [`They read your copy for ${whereInWords(facts)}.`, ...saidInWords(said), due],
    label: 'Change your copy',
  }
}

function approved(facts: SlotFacts, said: Said): Told {
  const running = facts.state === 'RAN'
  return {
    subject: `Approved: your copy for ${facts.publication}, ${formatLongDay(facts.date)}`,
    heading: 'Your copy is approved',
    paragraphs: [
      ...(said.onBehalf ? [`${said.byName || 'The editors'} approved it on your behalf.`] : []),
      running
        ? `It takes the place of the copy that is running when the issue is corrected: ${whereInWords(facts)}.`
        : `It runs as it is: ${whereInWords(facts)}. Nothing is left to do.`,
      ...saidInWords(said),
    ],
    label: 'See it',
  }
}

function commented(facts: SlotFacts, said: Said): Told {
  return {
    subject: `A word about your slot in ${facts.publication}, ${formatLongDay(facts.date)}`,
    heading: 'The editors wrote to you',
    paragraphs: [...saidInWords(said), `It is about ${whereInWords(facts)}.`],
    label: 'Read and answer',
  }
}

function ran(facts: SlotFacts): Told {
  return {
    subject: `Your message is out in ${facts.publication}`,
    heading: 'Your message is out',
    paragraphs: [`Readers have ${whereInWords(facts)}. Nothing is left to do.`],
    label: 'See it',
  }
}

function live(facts: SlotFacts): Told {
  return {
    subject: `Your changed copy is up in ${facts.publication}`,
    heading: 'Your changed copy is up',
    paragraphs: [
      `The issue was corrected: readers of the page now see your new copy in ${whereInWords(facts)}.`,
      'What was mailed before stays as it was.',
    ],
    label: 'See it',
  }
}

const texts: Record<ContactMailKind, (facts: SlotFacts, said: Said) => Told> = {
  booked,
  'make-good': makeGood,
  moved,
  released,
  missed,
  written,
  'changes-requested': changesRequested,
  approved,
  commented,
  ran,
  live,
  reminder: reminderText,
}

/** What a contact is told about a slot. `said`: what came with it from the other side. */
export function contactText(kind: ContactMailKind, facts: SlotFacts, said: Said = nobody): Told {
  return texts[kind](facts, said)
}

const reasonOf = ({ reason }: SlotFacts) => (reason.trim() === '' ? [] : [`The reason: ${reason.trim()}`])

function listOf(dates: readonly string[]): string {
  const days = dates.map(formatLongDay)
  const last = days.pop() ?? ''
  return days.length === 0 ? last : `${days.join(', ')} and ${last}`
}
