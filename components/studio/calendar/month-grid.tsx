import type { Calendar, CalendarDay } from '@/lib/calendar/schema'
import { formatDay } from '@/lib/times/rules'
import { DayEvents } from './day-events'
import { PlanHere } from './plan-here'
import { weekdays } from './words'

type Props = { calendar: Calendar; next: string; label: string }

/** A month as a table of weeks, for screens that hold seven columns. */
export function MonthGrid({ calendar: { days }, next, label }: Props) {
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  return (
    <div className="overflow-clip rounded-lg border border-rule bg-pane max-lg:hidden">
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-rule text-start text-[0.8125rem] text-muted">
            {weekdays.map((name) => (
              <th key={name} scope="col" abbr={name} className="px-2 py-1.5 text-start font-medium">
                {name.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date} className="border-b border-rule last:border-b-0">
              {week.map((day) => (
                <DayCell key={day.date} day={day} next={next} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DayCell({ day, next }: { day: CalendarDay; next: string }) {
  const { date, inMonth, isToday, isPast, issues, isExpected } = day
  const look = inMonth ? '' : 'bg-sunk'
  return (
    <td className={`group h-24 border-e border-rule p-1.5 align-top last:border-e-0 ${look}`}>
      <div className="mb-1 flex items-center justify-between gap-1">
        <time
          dateTime={date}
          aria-current={isToday ? 'date' : undefined}
          className="px-1 text-[0.8125rem] text-muted tabular-nums aria-[current]:rounded-full aria-[current]:bg-ink aria-[current]:font-semibold aria-[current]:text-pane"
        >
          <span aria-hidden="true">{Number(date.slice(8))}</span>
          <span className="sr-only">{formatDay(date)}</span>
        </time>
        {!isPast && issues.length === 0 && !isExpected ? <PlanHere date={date} quiet /> : null}
      </div>
      <DayEvents day={day} next={next} />
    </td>
  )
}
