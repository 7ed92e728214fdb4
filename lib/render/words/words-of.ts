import { languageOf, type Tongue } from '@/lib/document/language'
import type { Direction } from '@/lib/document/schema'
import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { he } from './he'
import { ja } from './ja'
import type { Words } from './words'
import { zhHans } from './zh-hans'
import { zhHant } from './zh-hant'

const dictionaries: Readonly<Record<string, Words>> = { ar, de, en, es, fr, he, ja }

/** The words for pages in a language (BCP 47 tag), English where nobody wrote them yet. */
export function wordsOf(lang: string): Words {
  const { language, script } = languageOf(lang)
  if (language === 'zh') return script === 'Hant' ? zhHant : zhHans
  return dictionaries[language] ?? en
}

/**
 * `lang` and `dir` for an element that holds words of ours in a text of another language: English words on a page for
 * which nobody wrote any yet. Nothing where the words are in the language around them.
 */
export function spoken(words: Tongue, around: Tongue): { lang?: string; dir?: Direction } {
  const dir = words.dir === around.dir ? {} : { dir: words.dir }
  return languageOf(words.lang).language === languageOf(around.lang).language
    ? {}
    : { lang: words.lang, ...dir }
}
