import type { Random } from '@/rigs/random'

/** The commonest words of English, in the order of how common they are: a third of all text. */
const common =
  'the of and to a in is for that on with it as are this be from by an at how you or your we not can was has have new but what about they all their more one when which if will use using our out time like system data work'.split(
    ' ',
  )
const onsets =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w'.split(
    ' ',
  )
const vowels = 'a e i o u ai ea ee io oa ou'.split(' ')
const codas = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'nt', 'rk', 'ck', 'st', 'x']
const endings = ['', '', '', 's', 'ing', 'ed', 'er', 'tion', 'ment', 'ly']
const kanji =
  '障害対応復旧監視運用設計開発管理分散合意性能改善構成変更自動化入門基礎実践通信接続認証権限記録調査原因報告'
const kana = ['の', 'を', 'が', 'で', 'に', 'と', 'する', 'した', 'について', 'から']

export const VOCABULARY = 60_000

function makeWord(random: Random): string {
  const syllables = 1 + random.below(3)
  const parts = Array.from(
    { length: syllables },
    () => random.pick(onsets) + random.pick(vowels) + random.pick(codas),
  )
  return parts.join('') + random.pick(endings)
}

/** As many different words, the commonest first. */
export function makeVocabulary(random: Random): string[] {
  const words = new Set(common)
  while (words.size < VOCABULARY) words.add(makeWord(random))
  return [...words]
}

/**
 * Picks by Zipf's law: the word of rank n is met in proportion to 1/n, as in any language. Between the sums of 1/n,
 * which grow as the logarithm, a share of chance finds its rank at once.
 */
export function zipfRank(random: Random, size: number): number {
  const share = random.below(1_000_000_007) / 1_000_000_007
  return Math.min(size - 1, Math.floor((size + 1) ** share) - 1)
}

export function writeWords(random: Random, vocabulary: string[], count: number): string {
  return Array.from({ length: count }, () => vocabulary[zipfRank(random, vocabulary.length)] ?? '').join(' ')
}

/** A sentence of Japanese: words of two to four characters with particles between, and no space. */
export function writeJapanese(random: Random, words: number): string {
  const letters = [...kanji]
  const word = () => Array.from({ length: 2 + random.below(3) }, () => random.pick(letters)).join('')
  return Array.from({ length: words }, () => word() + random.pick(kana)).join('')
}
