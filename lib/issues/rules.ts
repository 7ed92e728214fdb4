import type { DraftItem } from './schema'

/** Where a person looks for the item: its headline, or the beginning of its text, without the marks of a quote. */
export function nameOfItem(item: Pick<DraftItem, 'blurb' | 'kind'> & { headline: string | null }): string {
  const text =
    item.headline?.trim() ||
    item.blurb
      .replace(/^[>\s]+/, '')
      .trimEnd()
      .split('\n')[0] ||
    ''
  // By characters: half of one that takes two code units could not be stored with the reason why an issue is held.
  const letters = [...text.slice(0, 200)]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : text || `Untitled ${item.kind}`
}
