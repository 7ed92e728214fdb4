import type { Direction } from './schema'

/** The language (BCP 47 tag) and direction that a text stands in. */
export type Tongue = { lang: string; dir: Direction }

/** ISO 15924 codes of the scripts that run from right to left and are written today. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

type Written = { language: string; script: string }
const found = new Map<string, Written>()
/** A publication has a few; what is typed into a language field must not gather. */
const MOST_FOUND = 100

/**
 * Language and script of a BCP 47 tag, the likely script where it names none (`zh-TW`: `Hant`; UTS 35, likely subtags).
 * A tag that is none counts as English, as everywhere in readers' pages.
 */
export function languageOf(tag: string): Written {
  const known = found.get(tag)
  if (known) return known
  if (found.size >= MOST_FOUND) found.clear()
  const written = findLanguage(tag)
  found.set(tag, written)
  return written
}

function findLanguage(tag: string): Written {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return { language: language ?? 'en', script: script ?? 'Latn' }
  } catch {
    return { language: 'en', script: 'Latn' }
  }
}

/** The direction in which a language is written. */
export function directionOfLanguage(tag: string): Direction {
  return rightToLeft.has(languageOf(tag).script) ? 'rtl' : 'ltr'
}

/** `lang` and `dir` for an element whose text isn't in the language or direction around it. */
export function tongueApart(own: Tongue, around: Tongue): Partial<Tongue> {
  return {
    ...(own.lang === around.lang ? {} : { lang: own.lang }),
    ...(own.dir === around.dir ? {} : { dir: own.dir }),
  }
}

/**
 * The language and direction of an issue in its publication, or of an item in its issue: each its own, or that of what
 * it stands in. A language brings its direction along, unless another is named.
 */
export function tongueIn(around: Tongue, own: { lang: string | null; dir: Direction | null }): Tongue {
  const lang = own.lang ?? around.lang
  const natural = lang === around.lang ? around.dir : directionOfLanguage(lang)
  return { lang, dir: own.dir ?? natural }
}
