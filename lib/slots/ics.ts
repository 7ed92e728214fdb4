import { daysAfter } from '@/lib/times/rules'

/** A day on which something is due, for a calendar. `day`: `YYYY-MM-DD`; `at`: when the entry was made. */
export type Deadline = { uid: string; day: string; title: string; text: string; url: string; at: Date }

/** TEXT values (RFC 5545, 3.3.11). */
const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

const MOST_OCTETS = 75

/** Lines of at most 75 octets, folded between characters (RFC 5545, 3.1). */
function fold(line: string): string {
  const rows: string[] = []
  let row = ''
  let size = 0
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length
    if (size + octets > MOST_OCTETS) {
      rows.push(row)
      row = ' '
      size = 1
    }
    row += character
    size += octets
  }
  return [...rows, row].join('\r\n')
}

const compact = (day: string) => day.replaceAll('-', '')

/** The deadline as a calendar of one all-day event, with a reminder the day before (RFC 5545). */
export function deadlineCalendar({ uid, day, title, text, url, at }: Deadline): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gleaner//Sponsors//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(daysAfter(day, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(text)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
