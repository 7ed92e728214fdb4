import Link from 'next/link'
import type { Gap } from '@/lib/inventory/schema'
import { dayInWords } from '@/lib/slots/rules'
import { formatDay } from '@/lib/times/rules'

const words: Record<Gap['kind'], { one: string; many: string; tone: string }> = {
  overdue: { one: 'copy is overdue', many: 'copies are overdue', tone: 'text-bad' },
  wanted: {
    one: 'place is free that somebody waits for',
    many: 'places are free that somebody waits for',
    tone: 'text-accent',
  },
  unapproved: { one: 'copy waits for your review', many: 'copies wait for your review', tone: 'text-accent' },
  uncorrected: {
    one: 'changed copy is approved, and its correction not published',
    many: 'changed copies are approved, and their corrections not published',
    tone: 'text-accent',
  },
  missed: {
    one: 'message was missed and has no make-good',
    many: 'messages were missed and have no make-good',
    tone: 'text-warn',
  },
  unwritten: {
    one: 'slot is booked and unwritten',
    many: 'slots are booked and unwritten',
    tone: 'text-warn',
  },
  unaccepted: {
    one: 'copy of yours waits for the sponsor’s yes',
    many: 'copies of yours wait for the sponsor’s yes',
    tone: 'text-muted',
  },
  unsold: { one: 'place is unsold', many: 'places are unsold', tone: 'text-muted' },
}
const kinds = Object.keys(words) as Gap['kind'][]
const linkClass = 'underline decoration-edge underline-offset-2 hover:decoration-ink'

/** The year goes without saying some weeks ahead or behind. */
const shortDay = (date: string) => formatDay(date).replace(/ \d{4}$/, '')

type Props = {
  gaps: readonly Gap[]
  /** Names, in their order. */
  placements: readonly string[]
  /** How many requests from the storefront wait for an answer. */
  requests: number
  today: string
}

/** What would hurt in the coming four weeks, and what was left undone, the worst first. */
export function GapList({ gaps, placements, requests, today }: Props) {
  if (gaps.length === 0 && requests === 0)
    return <p className="text-muted">The coming four weeks are sold, written and approved.</p>
  return (
    <section
      aria-label="What needs you"
      className="grid gap-2 rounded-lg border border-rule bg-pane px-4 py-3"
    >
      {requests > 0 ? (
        <p>
          <Link href="/admin/sponsors/requests" className={`font-semibold text-accent ${linkClass}`}>
            {requests} {requests === 1 ? 'request waits for your answer' : 'requests wait for your answer'}
          </Link>
        </p>
      ) : null}
      {kinds.map((kind) => {
        const of = gaps.filter((gap) => gap.kind === kind)
        if (of.length === 0) return null
        const { one, many, tone } = words[kind]
        const count = of.reduce((sum, { places = 1 }) => sum + places, 0)
        return (
          <div key={kind}>
            <p>
              <span className={`font-semibold ${tone}`}>
                {count} {count === 1 ? one : many}
              </span>
              {kind === 'unsold' ? `: ${unsoldInWords(of, placements)}` : null}
            </p>
            {kind === 'unsold' ? null : <GapNames gaps={of} today={today} />}
          </div>
        )
      })}
    </section>
  )
}

/** “Top: Sun 29 Nov, Sun 20 Dec; Middle: Sun 6 Dec (2)”. */
function unsoldInWords(gaps: readonly Gap[], placements: readonly string[]): string {
  const datesOf = (name: string) =>
    gaps
      .filter(({ placement }) => placement === name)
      .map(({ date, places = 1 }) => `${shortDay(date)}${places > 1 ? ` (${places})` : ''}`)
  const sold = placements.filter((name) => gaps.some(({ placement }) => placement === name))
  return [...new Set(sold)].map((name) => `${name}: ${datesOf(name).join(', ')}`).join('; ')
}

/** A line for each date, with who and what of it. */
function GapNames({ gaps, today }: { gaps: readonly Gap[]; today: string }) {
  return (
    <ul>
      {[...new Set(gaps.map(({ date }) => date))].map((date) => (
        <li key={date}>
          <span className="text-muted">
            {shortDay(date)}, {dayInWords(today, date)}:{' '}
          </span>
          {gaps
            .filter((gap) => gap.date === date)
            .map((gap, index) => (
              <span key={gap.slotId ?? gap.placement}>
                {index > 0 ? '; ' : ''}
                <GapName gap={gap} today={today} />
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}

function GapName({
  gap: { kind, slotId, sponsor, placement, deadline },
  today,
}: {
  gap: Gap
  today: string
}) {
  const name = [sponsor, placement].filter(Boolean).join(', ')
  const due = kind === 'unwritten' || kind === 'overdue' ? deadline : undefined
  return (
    <>
      {slotId ? (
        <Link href={`/admin/sponsors/slots/${slotId}`} className={linkClass}>
          {name}
        </Link>
      ) : (
        name
      )}
      {due ? <span className="text-muted"> (due {dayInWords(today, due)})</span> : null}
    </>
  )
}
