import Link from 'next/link'
import { isBookable } from '@/lib/inventory/rules'
import type { Inventory, InventoryDate, InventoryPlacement } from '@/lib/inventory/schema'
import { standingInWords, toneOf } from '@/lib/slots/rules'
import { deadlineOf } from '@/lib/sponsors/rules'
import { monthInWords } from '@/lib/times/rules'

type Mark = { look: string; words: string }
/** Told apart by their shape too, for those who don't see the colour (WCAG 1.4.1). */
const looks: Record<ReturnType<typeof toneOf>, string> = {
  ok: 'rounded-full bg-ok',
  warn: 'rounded-full border border-warn bg-linear-to-r from-warn from-50% to-transparent to-50%',
  bad: 'rotate-45 rounded-[1px] bg-bad',
  accent: 'rounded-[2px] bg-accent',
  filled: 'rounded-full bg-muted',
  plain: 'rounded-full border border-edge',
}

function marksOf(date: InventoryDate, placement: InventoryPlacement, today: string): Mark[] {
  const slots = date.slots.filter(({ placementId }) => placementId === placement.id)
  const deadline = deadlineOf(date.date, placement.deadlineDays)
  const isWithdrawn = date.state === 'WITHDRAWN'
  const taken = slots.map((slot) => {
    const standing = { ...slot, deadline, isWithdrawn }
    const words = standingInWords(standing, today, 'studio')
    return { look: looks[toneOf(standing, today)], words: `${placement.name}: ${slot.sponsor}, ${words}` }
  })
  const free = isBookable(date, today) ? Math.max(0, placement.perIssue - slots.length) : 0
  const open = Array.from({ length: free }, () => ({ look: looks.plain, words: `${placement.name}: free` }))
  return [...taken, ...open]
}

/** Two years at a glance: a mark for every place, filled as it is booked, written and approved. */
export function CalendarView({ inventory }: { inventory: Inventory }) {
  const { dates, placements, today } = inventory
  const months = [...new Set(dates.map(({ date }) => date.slice(0, 7)))]
  return (
    <>
      <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] text-muted">
        {[
          ['plain', 'free'],
          ['filled', 'on hold'],
          ['warn', 'unwritten'],
          ['accent', 'waits for review'],
          ['ok', 'approved'],
          ['bad', 'overdue'],
        ].map(([tone = 'plain', word]) => (
          <span key={word} className="inline-flex items-center gap-1.5">
            <span className={`size-2.5 ${looks[tone as keyof typeof looks]}`} /> {word}
          </span>
        ))}
      </p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {months.map((month) => (
          <section
            key={month}
            aria-labelledby={`m-${month}`}
            className="rounded-lg border border-rule bg-pane px-3 py-2"
          >
            <h2 id={`m-${month}`} className="mb-1 text-[0.8125rem] font-semibold">
              {monthInWords(month)}
            </h2>
            <ul>
              {dates
                .filter(({ date }) => date.startsWith(month))
                .map((date) => (
                  <li key={`${date.date}-${date.issueId}`} className="flex items-center gap-3 py-0.5">
                    <Link
                      href={`/admin/sponsors?from=${date.date}`}
                      prefetch={false}
                      className={`w-6 text-end tabular-nums no-underline hover:text-accent ${date.state === 'SKIPPED' ? 'text-muted line-through' : ''}`}
                    >
                      {Number(date.date.slice(8))}
                    </Link>
                    <span className="flex flex-wrap gap-1">
                      {placements.flatMap((placement) =>
                        marksOf(date, placement, today).map(({ look, words }, index) => (
                          <span
                            key={`${placement.id}-${words}-${index > 0 ? index : ''}`}
                            role="img"
                            aria-label={words}
                            title={words}
                            className={`size-2.5 ${look}`}
                          />
                        )),
                      )}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
