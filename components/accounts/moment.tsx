import { dateFormat } from '@/lib/render/date-format'

/** An instant in the publication's zone, e.g. `22 Nov 2026, 16:51`, with the zone for whoever looks closer. */
export function Moment({ at, zone }: { at: Date; zone: string }) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat('en-GB', { timeZone: zone, ...options }).format(at)
  const short = format({ dateStyle: 'medium', timeStyle: 'short' })
  return (
    <time dateTime={at.toISOString()} title={`${short} ${zone}`} className="whitespace-nowrap">
      {short}
    </time>
  )
}
