import { formatLongDay } from '@/lib/times/rules'
import type { Said, SlotFacts, Told } from './schema'
import { saidInWords, whereInWords } from './words'

export type EditorMailKind = 'submitted' | 'accepted' | 'commented' | 'unreachable'

const nobody: Said = { byName: '', comment: '', onBehalf: false }

function submitted(facts: SlotFacts, { byName }: Said): Told {
  const { sponsor, date, submittedLate, state } = facts
  const late = submittedLate ? ' It came after the deadline.' : ''
  return {
    subject: `${sponsor} sent copy for ${formatLongDay(date)}`,
    heading: `${sponsor} sent copy`,
    paragraphs: [
      `${byName || sponsor} sent it for ${whereInWords(facts)}.${late}`,
      state === 'RAN'
        ? 'It is to change copy that is running. The old one stays up until you approve this and publish the correction.'
        : 'It waits for your review.',
    ],
    label: 'Review it',
  }
}

function accepted(facts: SlotFacts, { byName }: Said): Told {
  const { sponsor, date, state } = facts
  return {
    subject: `${sponsor} accepted the copy for ${formatLongDay(date)}`,
    heading: `${sponsor} accepted what you wrote`,
    paragraphs: [
      `${byName || sponsor} accepted the copy for ${whereInWords(facts)}.`,
      state === 'RAN'
        ? 'Publish the correction to put it before readers.'
        : 'It stands in the issue. Nothing is left to do.',
    ],
    label: 'Look at it',
  }
}

function commented(facts: SlotFacts, said: Said): Told {
  const { sponsor, date } = facts
  return {
    subject: `${sponsor} wrote about ${formatLongDay(date)}`,
    heading: `${sponsor} wrote to you`,
    paragraphs: [...saidInWords(said), `It is about ${whereInWords(facts)}.`],
    label: 'Read and answer',
  }
}

function unreachable(facts: SlotFacts): Told {
  const { sponsor } = facts
  return {
    subject: `Nobody at ${sponsor} can be reached`,
    heading: `Nobody at ${sponsor} can be reached`,
    paragraphs: [
      `It has ${whereInWords(facts)}, but no contact, so nobody is told of its slots and nobody is reminded.`,
      'Add a contact to the company. You hear this once a day at most, however many slots it has.',
    ],
    label: 'Open the slot',
  }
}

const texts: Record<EditorMailKind, (facts: SlotFacts, said: Said) => Told> = {
  submitted,
  accepted,
  commented,
  unreachable,
}

/** What the editors are told about a slot. `said`: who did it, and what they wrote. */
export function editorText(kind: EditorMailKind, facts: SlotFacts, said: Said = nobody): Told {
  return texts[kind](facts, said)
}
