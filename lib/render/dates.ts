import { dateFormat } from '@/lib/render/date-format'

function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // A tag that no one knows (`xx-invalid_`) is no reason for a page to fail.
  try {
    return dateFormat(lang, { ...options, timeZone: 'UTC' })
  } catch {
    return dateFormat('en', { ...options, timeZone: 'UTC' })
  }
}

/** A calendar date (`2016-09-25`) in words, as the language writes it. It is a date, not an instant: no zone moves it. */
export function formatDate(date: string, lang: string): string {
  return formatter(lang, { dateStyle: 'long' }).format(new Date(`${date}T00:00:00Z`))
}

/** Day and month of a calendar date, for a list under its year. */
export function formatDay(date: string, lang: string): string {
  return formatter(lang, { day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`))
}
