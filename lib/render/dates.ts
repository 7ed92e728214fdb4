function makeFormatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // A tag that no one knows (`xx-invalid_`) is no reason for a page to fail.
  const known = Intl.getCanonicalLocales.bind(Intl)
  try {
    return new Intl.DateTimeFormat(known(lang)[0] ?? 'en', { ...options, timeZone: 'UTC' })
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
  }
}

/** Making one takes as long as setting a hundred dates with it. A publication has one language, its issues few. */
const made = new Map<string, Intl.DateTimeFormat>()
const MOST_MADE = 50

function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`
  const before = made.get(key)
  if (before) return before
  const fresh = makeFormatter(lang, options)
  if (made.size >= MOST_MADE) made.clear()
  made.set(key, fresh)
  return fresh
}

/** A calendar date (`2016-09-25`) in words, as the language writes it. It is a date, not an instant: no zone moves it. */
export function formatDate(date: string, lang: string): string {
  return formatter(lang, { dateStyle: 'long' }).format(new Date(`${date}T00:00:00Z`))
}

/** Day and month of a calendar date, for a list under its year. */
export function formatDay(date: string, lang: string): string {
  return formatter(lang, { day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`))
}
