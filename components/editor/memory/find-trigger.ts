/** `[[` and what was typed behind it. `from`: where it begins; `to`: where it ends, brackets that close it included. */
export type Trigger = { from: number; to: number; typed: string }

const LONGEST = 80

/** What is looked for at the place in the text, if something is: `[[` on the same line, not closed yet. */
export function findTrigger(text: string, at: number): Trigger | null {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - LONGEST - 2), at)
  const found = /\[\[([^[\]]*)$/.exec(line)
  if (!found || text[at - found[0].length - 1] === '\\') return null
  const to = text.slice(at, at + 2) === ']]' ? at + 2 : at
  return { from: at - found[0].length, to, typed: found[1] ?? '' }
}

/** Whether a title holds all words of what was typed. */
export function holdsWords(title: string, typed: string): boolean {
  const all = title.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** A Markdown link to an item. */
export function writeLink(title: string, href: string): string {
  return `[${title.replace(/[\\[\]*_`]/g, '\\$&')}](${href})`
}
