import { type Group, groupTerm, wordsOf } from './query/group-terms'
import type { Term } from './query/parse-query'
import { filterLexemes, type Narrowed } from './query/plan'
import type { Archive, Ask } from './run/within-limit'
import type { SearchFilters, SearchResults } from './schema'
import { type Known, lookUp, lookUpNear } from './vocabulary/look-up'

/** A query as the archive's words let it be understood. */
export type Understood = {
  /** What is looked for, mistyped words put right. */
  wanted: Term[]
  narrowed: Narrowed
  known: Known
  corrections: SearchResults['corrections']
}

const isMistyped = (known: Known) => (term: Term) => {
  const [step, ...more] = term.steps
  const isWord = term.kind === 'word' && !term.excluded && more.length === 0
  return isWord && known.get(step?.word ?? '')?.forms.length === 0
}

/** Puts in the place of each word that no item has the one that was most likely meant, where there is one. */
async function correct(ask: Ask, terms: readonly Term[], known: Known, { lang }: Archive) {
  const mistyped = terms.filter(isMistyped(known))
  const near = await lookUpNear(ask, wordsOf(mistyped))
  for (const [word, entry] of await lookUp(ask, [...near.values()], lang)) known.set(word, entry)
  const corrections: Understood['corrections'] = []
  const corrected = terms.map((term) => {
    const meant = mistyped.includes(term) ? near.get(term.steps[0]?.word ?? '') : undefined
    if (meant === undefined) return term
    corrections.push({ typed: term.text, meant })
    return { ...term, text: meant, steps: [{ word: meant, at: 0 }] }
  })
  return { corrected, corrections }
}

/** Looks up what the archive knows of a query's words and filters. */
export async function understand(
  ask: Ask,
  archive: Archive,
  terms: readonly Term[],
  filters: SearchFilters,
): Promise<Understood> {
  const lexemes = filterLexemes(filters)
  const known = await lookUp(ask, [...wordsOf(terms), ...lexemes], archive.lang)
  const { corrected, corrections } = await correct(ask, terms, known, archive)
  const countOf = (lexeme: string) => known.get(lexeme)?.forms.find(({ word }) => word === lexeme)?.items ?? 0
  const wanted = corrected.filter((term) => !term.excluded)
  const narrowed = {
    name: wanted
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase(),
    excluded: corrected.filter((term) => term.excluded).map((term) => groupTerm(term, known)),
    filters: lexemes.map((lexeme) => ({ lexeme, items: countOf(lexeme) })),
    items: archive.items,
  }
  return { wanted, narrowed, known, corrections }
}

/** The terms with their forms, without words that nearly all items have, which tell nothing beside others. */
export function tellingGroups(terms: readonly Term[], known: Known): { groups: Group[]; ignored: string[] } {
  const groups = terms.map((term) => groupTerm(term, known))
  const telling = groups.filter((group) => !group.stop)
  if (telling.length === 0) return { groups, ignored: [] }
  return { groups: telling, ignored: groups.filter((group) => group.stop).map(({ term }) => term.text) }
}
