/** Making one takes as long as setting a hundred dates with it, and leaves the collector much to do. */
const made = new Map<string, Intl.DateTimeFormat>()
/** A publication has one language and one zone, its readers and editors few. */
const MOST_MADE = 100

/**
 * How dates are set in a language, made once for each way.
 * @throws RangeError for a language or zone that is none
 */
export function dateFormat(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`
  const before = made.get(key)
  if (before) return before
  const format = new Intl.DateTimeFormat(lang, options)
  if (made.size >= MOST_MADE) made.clear()
  made.set(key, format)
  return format
}
