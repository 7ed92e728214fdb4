'use client'

import Link from 'next/link'
import type { CalendarMonth, Mark } from './calendar-months'

/** Told apart by their shape too, for those who don't see the colour (WCAG 1.4.1). */
const looks: Record<Mark['tone'], string> = {
  ok: 'rounded-full bg-ok',
  warn: 'rounded-full border border-warn bg-linear-to-r from-warn from-50% to-transparent to-50%',
  bad: 'rotate-45 rounded-[1px] bg-bad',
  accent: 'rounded-[2px] bg-accent',
  filled: 'rounded-full bg-muted',
  plain: 'rounded-full border border-edge',
}

const legend: [Mark['tone'], string][] = [
  ['plain', 'free'],
  ['filled', 'on hold'],
  ['warn', 'unwritten'],
  ['accent', 'waits for review'],
  ['ok', 'approved'],
  ['bad', 'overdue'],
]

/**
 * Two years at a glance: a mark for every place, filled as it is booked, written and approved. Drawn from `months`, so
 * that a page of hundreds of marks sends what they say and not the elements of each as well.
 */
export function CalendarView({ months }: { months: CalendarMonth[] }) {
  return (
    <>
      <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] text-muted">
        {legend.map(([tone, word]) => (
          <span key={word} className="inline-flex items-center gap-1.5">
            <span className={`size-2.5 ${looks[tone]}`} /> {word}
          </span>
        ))}
      </p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {months.map(({ month, name, dates }) => (
          <section
            key={month}
            aria-labelledby={`m-${month}`}
            className="rounded-lg border border-rule bg-pane px-3 py-2"
          >
            <h2 id={`m-${month}`} className="mb-1 text-[0.8125rem] font-semibold">
              {name}
            </h2>
            <ul>
              {dates.map(({ id: key, date, isSkipped, marks }) => (
                <li key={key} className="flex items-center gap-3 py-0.5">
                  <Link
                    href={`/admin/sponsors?from=${date}`}
                    prefetch={false}
                    className={`w-6 text-end tabular-nums no-underline hover:text-accent ${isSkipped ? 'text-muted line-through' : ''}`}
                  >
                    {Number(date.slice(8))}
                  </Link>
                  <span className="flex flex-wrap gap-1">
                    {marks.map(({ id, tone, words }) => (
                      <span
                        key={id}
                        role="img"
                        aria-label={words}
                        title={words}
                        className={`size-2.5 ${looks[tone]}`}
                      />
                    ))}
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
