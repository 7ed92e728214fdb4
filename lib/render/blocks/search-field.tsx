import type { Tongue } from '@/lib/document/language'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

/** A glass, drawn so that no font is asked for it. */
export function Glass() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="M6.5 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.4 7.9L14 14" />
    </svg>
  )
}

/** The way into the archive by words, in every header; a form that needs no script. */
export function SearchField({ around }: { around: Tongue }) {
  const words = wordsOf(around.lang)
  const { search, archive } = words.search
  return (
    <search className="find" {...spoken(words, around)}>
      <form action="/search">
        <label className="unseen" htmlFor="find">
          {archive}
        </label>
        <input
          id="find"
          type="search"
          name="q"
          placeholder={search}
          dir="auto"
          maxLength={400}
          autoComplete="off"
        />
        <button type="submit" aria-label={search}>
          <Glass />
        </button>
      </form>
    </search>
  )
}
