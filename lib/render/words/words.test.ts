import { expect, it } from 'vitest'
import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { he } from './he'
import { ja } from './ja'
import type { Words } from './words'
import { spoken, wordsOf } from './words-of'
import { zhHans } from './zh-hans'
import { zhHant } from './zh-hant'

it.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['de-AT', 'de'],
  ['zh', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['he', 'he'],
  ['iw', 'he'],
  ['ar-EG', 'ar'],
  ['fa', 'en'],
  ['not a tag', 'en'],
])('a page in %s speaks %s', (tag, lang) => expect(wordsOf(tag).lang).toBe(lang))

it('says in which language it speaks only where that isn’t the page’s', () => {
  expect(spoken(de, { lang: 'de-CH', dir: 'ltr' })).toEqual({})
  expect(spoken(zhHant, { lang: 'zh-TW', dir: 'ltr' })).toEqual({})
  expect(spoken(en, { lang: 'sv', dir: 'ltr' })).toEqual({ lang: 'en' })
  expect(spoken(en, { lang: 'fa', dir: 'rtl' })).toEqual({ lang: 'en', dir: 'ltr' })
})

const all: Words[] = [ar, de, en, es, fr, he, ja, zhHans, zhHant]

/** Every phrase of a dictionary, with something put into those that take it. */
function phrases(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [value(3)]
  return Object.values(value as object).flatMap(phrases)
}

it.each(all.map((words) => [words.lang, words] as const))('%s leaves nothing unsaid', (_lang, words) => {
  for (const phrase of phrases(words)) expect(phrase.trim()).not.toBe('')
  expect(phrases(words)).toHaveLength(phrases(en).length)
  expect(words.archivedCopyOf('X').startsWith(words.archivedCopy)).toBe(true)
  for (const count of [0, 1, 2, 3, 11, 100]) {
    // A heading shows the number alone: each phrase has it once, in digits.
    expect(words.items(count).match(/\d+/g)).toEqual([String(count)])
    expect(words.issues(count).match(/\d+/g)).toEqual([String(count)])
    expect(words.found.topicCount(count).match(/\d+/g)).toEqual([String(count)])
    expect(words.found.places(count).match(/\d+/g)).toEqual([String(count)])
  }
})
