import type { Duty } from '@/lib/sponsors/reminders/duties'
import { formatLongDay } from '@/lib/times/rules'
import type { Told } from './schema'

/** How many lines the mail has; the page has the others. */
const MOST = 30

const countWords: Record<Duty['kind'], string> = {
  overdue: 'overdue',
  review: 'to review',
  unwritten: 'unwritten',
  unsold: 'unsold',
}
const leads: Record<Exclude<Duty['kind'], 'unsold'>, string> = {
  overdue: 'Overdue',
  review: 'Waits for review',
  unwritten: 'Not written yet',
}

function lineOf({ kind, sponsor, placement, date, deadline }: Duty): string {
  const what = `${leads[kind as keyof typeof leads]}: ${sponsor}, “${placement}” on ${formatLongDay(date)}`
  if (deadline === null || kind === 'review') return `${what}.`
  return `${what}; copy ${kind === 'overdue' ? 'was' : 'is'} due on ${formatLongDay(deadline)}.`
}

/** One line for each placement, with its free dates. */
function unsoldLines(duties: readonly Duty[]): string[] {
  const placements = new Map<string, string[]>()
  for (const { placement, date } of duties)
    placements.set(placement, [...(placements.get(placement) ?? []), formatLongDay(date)])
  return [...placements].map(([placement, days]) => `Unsold: “${placement}” on ${days.join(', ')}.`)
}

/** What the editors are told once a day of all that is due, the most urgent first. */
export function digestText(duties: readonly Duty[]): Told {
  const counts = (Object.keys(countWords) as Duty['kind'][]).flatMap((kind) => {
    const count = duties.filter((duty) => duty.kind === kind).length
    return count > 0 ? [`${count} ${countWords[kind]}`] : []
  })
  const lines = [
    ...duties.filter(({ kind }) => kind !== 'unsold').map(lineOf),
    ...unsoldLines(duties.filter(({ kind }) => kind === 'unsold')),
  ]
  const rest = lines.length - MOST
  return {
    subject: `Sponsors: ${counts.join(', ')}`,
    heading: 'What is due with your sponsors',
    paragraphs: rest > 0 ? [...lines.slice(0, MOST), `And ${rest} more, in the calendar.`] : lines,
    label: 'Open the calendar',
  }
}
