import type { DraftItem, ItemContent } from './schema'

/** An item in which nothing is written. */
export const emptyItem: ItemContent = {
  kind: 'link',
  headline: '',
  url: '',
  links: [],
  blurb: '',
  byline: '',
  credit: '',
  disclosure: '',
  topics: [],
  tied: false,
  lang: null,
  dir: null,
}

/** Where a person looks for the item: its headline, or the beginning of its text, without the marks of a quote and of links. */
export function nameOfItem(item: Pick<DraftItem, 'blurb' | 'kind'> & { headline: string | null }): string {
  const text =
    item.headline?.trim() ||
    item.blurb
      .replace(/^[>\s]+/, '')
      .trimEnd()
      .split('\n')[0]
      ?.replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1') ||
    ''
  // By characters: half of one that takes two code units could not be stored with the reason why an issue is held.
  const letters = [...text.slice(0, 200)]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : text || `Untitled ${item.kind}`
}

/** What an issue is called where it may have no title yet. */
export function titleOfIssue({ title, number }: { title: string; number: number | null }): string {
  return title.trim() || `Issue ${number ?? ''}`.trim()
}

type Named = { title: string; subject: string; slug: string | null }

/** A text with one number in place of another wherever it stands alone: not within another number. */
function withNumber(text: string, from: number, to: number): string {
  return text.replace(new RegExp(`(?<![\\d.,])${from}(?![\\d]|[.,]\\d)`, 'g'), String(to))
}

/** Which of an issue's names say the number that it had, and what they would be with the one it has. */
export function renumber(issue: Named, from: number, to: number): Partial<Record<keyof Named, string>> {
  const fields = (['title', 'subject', 'slug'] as const).map((field) => {
    const text = issue[field] ?? ''
    return [field, withNumber(text, from, to), text] as const
  })
  return Object.fromEntries(fields.flatMap(([field, next, text]) => (next === text ? [] : [[field, next]])))
}
