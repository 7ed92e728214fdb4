import { expect, it } from 'vitest'
import { stemRanges } from './languages'

/** The dictionary for a word in a publication. */
function dictionaryFor(word: string, lang: string) {
  const code = word.codePointAt(0) ?? 0
  return stemRanges(lang).find(({ first, last }) => code >= first && code <= last)?.dictionary ?? null
}

it.each([
  ['outages', 'en', 'english_stem'],
  ['outages', 'en-GB', 'english_stem'],
  ['ausfalle', 'de-AT', 'german_stem'],
  ['outages', 'ja', 'english_stem'],
  ['outages', 'ar', 'english_stem'],
  ['outages', 'ru', 'english_stem'],
  ['outages', '', 'english_stem'],
  ['awarie', 'pl', null],
  ['su', 'vi', null],
  ['сбои', 'en', 'russian_stem'],
  ['испади', 'sr', 'serbian_stem'],
  ['ispadi', 'sr-Latn', 'serbian_stem'],
  ['збої', 'uk', null],
  ['شبکه', 'fa', null],
  ['شبكات', 'ar', 'arabic_stem'],
  ['שלום', 'he', null],
  ['42', 'en', null],
  ['障害', 'ja', null],
  ['outages', 'not a tag!', 'english_stem'],
])('the stem of “%s” in a publication in “%s” is found by %s', (word, lang, dictionary) => {
  expect(dictionaryFor(word, lang)).toBe(dictionary)
})
