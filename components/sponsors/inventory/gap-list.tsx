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
  unwritten: {
    one: 'slot is booked and unwritten',
    many: 'slots are booked and unwritten',
    tone: 'text-warn',
  },
  unapproved: { one: 'copy waits for your review', many: 'copies wait for your review', tone: 'text-accent' },
  unsold: { one: 'place is unsold', many: 'places are unsold', tone: 'text-muted' },
}
const kinds = ['overdue', 'wanted', 'unapproved', 'unwritten', 'unsold'] as const

/** What would hurt in the coming four weeks, the worst first. */
export function GapList({ gaps, today }: { gaps: readonly Gap[]; today: string }) {
  if (gaps.length === 0)
    return <p className="text-muted">The coming four weeks are sold, written and approved.</p>
  return (
    <section
      aria-label="What needs you"
      className="grid gap-2 rounded-lg border border-rule bg-pane px-4 py-3"
    >
      {kinds.map((kind) => {
        const of = gaps.filter((gap) => gap.kind === kind)
        if (of.length === 0) return null
        const { one, many, tone } = words[kind]
        return (
          <p key={kind}>
            <span className={`font-semibold ${tone}`}>
              {of.length} {of.length === 1 ? one : many}
            </span>
            {': '}
            {kind === 'unsold' ? unsoldInWords(of) : <GapNames gaps={of} today={today} />}
          </p>
        )
      })}
    </section>
  )
}

/** “Top: Sun 29 Nov, Sun 20 Dec; Bottom: Sun 6 Dec”. The year goes without saying four weeks ahead. */
function unsoldInWords(gaps: readonly Gap[]): string {
  const placements = [...new Set(gaps.map(({ placement }) => placement))]
  const datesOf = (name: string) =>
    gaps
      .filter(({ placement }) => placement === name)
      .map(({ date }) => formatDay(date).replace(/ \d{4}$/, ''))
  return placements.map((name) => `${name}: ${datesOf(name).join(', ')}`).join('; ')
}

function GapNames({ gaps, today }: { gaps: readonly Gap[]; today: string }) {
  return gaps.map((gap, index) => (
    <span key={`${gap.date}-${gap.placement}-${gap.slotId}`}>
      {index > 0 ? ', ' : ''}
      <GapName gap={gap} today={today} />
    </span>
  ))
}

function GapName({ gap: { slotId, sponsor, placement, date }, today }: { gap: Gap; today: string }) {
  const name = `${sponsor ?? placement}, ${formatDay(date)} (${dayInWords(today, date)})`
  if (!slotId) return <>{name}</>
  return (
    <Link
      href={`/admin/sponsors/slots/${slotId}`}
      className="underline decoration-edge underline-offset-2 hover:decoration-ink"
    >
      {name}
    </Link>
  )
}
