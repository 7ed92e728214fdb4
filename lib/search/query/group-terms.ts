import { quoteLexeme } from '@/lib/search/text/lexeme'
import type { Mark } from '@/lib/search/text/marks'
import type { Form, Known } from '@/lib/search/vocabulary/look-up'
import type { Step, Term } from './parse-query'

/** A term with all the forms in which it may stand. */
export type Group = {
  term: Term
  /** A `tsquery` that finds it. */
  query: string
  /** The same in headlines alone; null where a headline counts no more, as for what must not be there. */
  inHeadline: string
  /** In how many items it stands at most, as far as known. */
  items: number
  /** The part of these that may be expected to hold it: the words of a phrase seldom stand side by side. */
  share: number
  /** Too common to tell anything. */
  stop: boolean
  /** What to mark of it in a text. */
  marks: Mark[]
}

const SIDE_BY_SIDE = 0.1

type Place = { at: number; forms: Form[] }

const either = (forms: Form[], suffix: string) => {
  const words = forms.map(({ word }) => `${quoteLexeme(word)}${suffix}`)
  return words.length === 1 ? (words[0] ?? '') : `(${words.join(' | ')})`
}

/** One after the other, at the same distances as in the query. */
function sequence(places: Place[], suffix: string): string {
  return places.reduce((query, { at, forms }, index) => {
    const own = either(forms, suffix)
    const before = places[index - 1]
    return before ? `(${query} <${at - before.at}> ${own})` : own
  }, '')
}

const total = (forms: Form[]) => forms.reduce((sum, { items }) => sum + items, 0)
const fewest = (places: Place[]) => Math.min(...places.map(({ forms }) => total(forms)))

/** The forms of a word: only itself in a phrase and where none is known. */
function formsOf(word: string, exact: boolean, known: Known): Form[] {
  const { forms = [] } = known.get(word) ?? {}
  const own = forms.find((form) => form.word === word) ?? { word, items: 0 }
  return exact ? [own] : [own, ...forms.filter((form) => form.word !== word)]
}

const markOf = (places: Place[]): Mark => ({
  steps: places.map(({ at, forms }) => ({ at, words: new Set(forms.map(({ word }) => word)) })),
})

/** Says how a term is found, by what is known of its words. */
export function groupTerm(term: Term, known: Known): Group {
  const exact = term.kind === 'phrase'
  const place = ({ word, at }: Step): Place => ({ at, forms: formsOf(word, exact, known) })
  const ways = [term.steps.map(place), ...(term.whole ? [[place({ word: term.whole, at: 0 })]] : [])]
  const finding = (suffix: string) => ways.map((places) => sequence(places, suffix)).join(' | ')
  const [only] = term.steps
  return {
    term,
    query: ways.length > 1 ? `(${finding('')})` : finding(''),
    inHeadline: ways.length > 1 ? `(${finding(':A')})` : finding(':A'),
    items: ways.reduce((sum, places) => sum + fewest(places), 0),
    share: ways.some((places) => places.length === 1) ? 1 : SIDE_BY_SIDE,
    stop: !exact && term.steps.length === 1 && (known.get(only?.word ?? '')?.stop ?? false),
    marks: ways.map(markOf),
  }
}

/** All words of a query, each once. */
export function wordsOf(terms: readonly Term[]): string[] {
  return [
    ...new Set(
      terms.flatMap(({ steps, whole }) => [...steps.map(({ word }) => word), ...(whole ? [whole] : [])]),
    ),
  ]
}

/**
 * A query's words one by one, for when nothing has them all: those of phrases too, and of a script without spaces the
 * pairs. Words too common to tell anything don't count.
 */
export function splitTerms(terms: readonly Term[]): Term[] {
  const single = terms.flatMap((term) =>
    term.steps.length === 1 && term.kind === 'word'
      ? [term]
      : term.steps.map(
          ({ word }): Term => ({
            kind: 'word',
            excluded: false,
            text: word,
            steps: [{ word, at: 0 }],
            whole: null,
          }),
        ),
  )
  return [...new Map(single.map((term) => [term.steps[0]?.word, term])).values()]
}
