/** PostgreSQL's stemmers (`pg_ts_dict`) by the first part of a language tag (BCP 47). */
const stemmers: Record<string, string> = {
  ar: 'arabic_stem',
  ca: 'catalan_stem',
  da: 'danish_stem',
  de: 'german_stem',
  el: 'greek_stem',
  en: 'english_stem',
  es: 'spanish_stem',
  et: 'estonian_stem',
  eu: 'basque_stem',
  fi: 'finnish_stem',
  fr: 'french_stem',
  ga: 'irish_stem',
  hi: 'hindi_stem',
  hu: 'hungarian_stem',
  hy: 'armenian_stem',
  id: 'indonesian_stem',
  it: 'italian_stem',
  lt: 'lithuanian_stem',
  nb: 'norwegian_stem',
  ne: 'nepali_stem',
  nl: 'dutch_stem',
  nn: 'norwegian_stem',
  no: 'norwegian_stem',
  pt: 'portuguese_stem',
  ro: 'romanian_stem',
  ru: 'russian_stem',
  sr: 'serbian_stem',
  sv: 'swedish_stem',
  ta: 'tamil_stem',
  tr: 'turkish_stem',
  yi: 'yiddish_stem',
}

/** A script's letters, from the code point of the first to that of the last, and what is written in it by default. */
type Script = { script: string; first: number; last: number; otherwise: string }

const scripts: Script[] = [
  // Without accents, which folding took away; signs and digits come before.
  { script: 'Latn', first: 0x61, last: 0x7a, otherwise: 'en' },
  { script: 'Grek', first: 0x370, last: 0x3ff, otherwise: 'el' },
  { script: 'Cyrl', first: 0x400, last: 0x52f, otherwise: 'ru' },
  { script: 'Armn', first: 0x530, last: 0x58f, otherwise: 'hy' },
  { script: 'Hebr', first: 0x590, last: 0x5ff, otherwise: '' },
  { script: 'Arab', first: 0x600, last: 0x6ff, otherwise: 'ar' },
  { script: 'Deva', first: 0x900, last: 0x97f, otherwise: 'hi' },
  { script: 'Taml', first: 0xb80, last: 0xbff, otherwise: 'ta' },
]

function localeOf(lang: string): { language: string; script: string } {
  try {
    const { language, script = '' } = new Intl.Locale(lang).maximize()
    return { language, script }
  } catch {
    return { language: '', script: '' }
  }
}

/** Which dictionary finds the stem of a word that begins with a letter from `first` to `last`. */
export type StemRange = { first: number; last: number; dictionary: string }

/**
 * The dictionaries of a publication in `lang`. A word is taken for the publication's language if it is written in that
 * language's script, else for the one most written in its own: so a Japanese publication finds `outages` for `outage`,
 * and a Polish one leaves its words whole. Whatever the language, a word is always found by itself; a wrong stem only
 * adds neighbours.
 */
export function stemRanges(lang: string): StemRange[] {
  const own = localeOf(lang)
  const ranges = scripts.map(({ script, first, last, otherwise }) => {
    const language = script === own.script ? own.language : otherwise
    return { first, last, dictionary: stemmers[language] ?? '' }
  })
  return ranges.filter(({ dictionary }) => dictionary !== '')
}
