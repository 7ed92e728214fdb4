import type { Snippet } from '@/lib/publication/schema'

/** What stands for a snippet in a text: from where on, and the letters of its name so far. */
export type SnippetCall = { from: number; query: string }

/** The call that the cursor stands behind: `//` at the beginning of a word, so that no address is one; null for none. */
export function snippetCall(text: string, at: number): SnippetCall | null {
  const found = /(?<=^|[\s(])\/\/([\p{L}\p{N}-]{0,40})$/u.exec(text.slice(0, at))
  return found ? { from: found.index, query: found[1] ?? '' } : null
}

const MOST_SHOWN = 8

/** The snippets that a call may mean: those whose name begins so first, then those that say it. */
export function findSnippets(snippets: readonly Snippet[], query: string): Snippet[] {
  const wanted = query.toLowerCase()
  const rank = ({ name, text }: Snippet) => {
    if (name.toLowerCase().startsWith(wanted)) return 0
    if (name.toLowerCase().includes(wanted)) return 1
    return wanted.length > 2 && text.toLowerCase().includes(wanted) ? 2 : 3
  }
  return snippets
    .map((snippet) => ({ snippet, rank: rank(snippet) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.snippet.name.localeCompare(b.snippet.name, 'en'))
    .slice(0, MOST_SHOWN)
    .map(({ snippet }) => snippet)
}
