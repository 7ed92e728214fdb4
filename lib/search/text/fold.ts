/** Letters that no decomposition takes apart, and letters that people write for one another. */
const alike: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  ё: 'е',
  // Arabic as it is typed, and Persian's own forms of the same letters; the stretching stroke is none.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
}
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'g')

/** Scripts whose marks are accents or vowel points. In others (Devanagari, Thai, kana) a mark makes another letter. */
const accented = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+/gu
/** Of Cyrillic, only the stress mark: й and ї are letters of their own. */
const stress = /(\p{sc=Cyrillic})\u0301/gu
/** Joiners and soft hyphens within a word. */
const invisible = /\p{Cf}/gu
const plain = /^[a-z0-9]*$/

const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/g
const toDigit = (digit: string) => String(digit.charCodeAt(0) & 0xf)

/**
 * A word as the index and a query have it: compatibility forms unified (NFKC), in small letters, without accents, so
 * that `Ｒésumé` and `resume` are one. The same for both sides, or they would not meet.
 */
export function foldWord(word: string): string {
  const small = word.toLowerCase()
  if (plain.test(small)) return small
  return small
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(invisible, '')
    .replace(accented, '$1')
    .replace(stress, '$1')
    .normalize('NFC')
    .replace(alikeLetters, (letter) => alike[letter] ?? letter)
    .replace(arabicDigits, toDigit)
}
