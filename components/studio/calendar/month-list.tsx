import { isBusy } from '@/lib/calendar/rules'
import type { Calendar } from '@/lib/calendar/schema'
import { formatDay } from '@/lib/times/rules'
import { DayEvents } from './day-events'

type Props = { calendar: Calendar; next: string; label: string }

/** The same month as a list of the days on which something happens, for a phone. */
export function MonthList({ calendar: { days, today }, next, label }: Props) {
  const busy = days.filter((day) => day.inMonth && isBusy(day))
  if (busy.length === 0) {
    return (
      <p className="rounded-lg border border-rule bg-pane px-4 py-8 text-center text-muted lg:hidden">
        Nothing is planned in this month.
      </p>
    )
  }
  return (
    <ol aria-label={label} className="overflow-clip rounded-lg border border-rule bg-pane lg:hidden">
      {busy.map((day) => (
        <li
          key={day.date}
          className="grid gap-2 border-b border-rule p-3 last:border-b-0 sm:grid-cols-[9rem_1fr]"
        >
          <h3 className="font-medium">
            <time dateTime={day.date}>{formatDay(day.date)}</time>
            {day.date === today ? <span className="font-normal text-muted"> · today</span> : null}
          </h3>
          <DayEvents day={day} next={next} />
        </li>
      ))}
    </ol>
  )
}
