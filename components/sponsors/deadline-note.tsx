import { dayInWords } from '@/lib/slots/rules'
import { formatDay, zoneInWords } from '@/lib/times/rules'

type Props = {
  /** `YYYY-MM-DD`, the last day. */
  deadline: string
  today: string
  zone: string
  /** Of the slot’s page. */
  path: string
}

/** Until when copy is in time, and the day for one’s calendar while there is something to put there. */
export function DeadlineNote({ deadline, today, zone, path }: Props) {
  const over = today > deadline
  return (
    <p className="text-muted">
      Copy {over ? 'was' : 'is'} due by the end of {formatDay(deadline)} ({dayInWords(today, deadline)}),{' '}
      {zoneInWords(zone)}.
      {over ? null : (
        <>
          {' '}
          <a
            href={`${path}/deadline.ics`}
            className="underline decoration-edge underline-offset-2 hover:decoration-ink"
          >
            Put it in your calendar
          </a>
        </>
      )}
    </p>
  )
}
