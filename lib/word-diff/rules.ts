import { type ChangeObject, diffWords, diffWordsWithSpace } from 'diff'

/** A stretch of a text that both have, or only one of them. */
export type TextPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** Beyond so many changed words a reader is better served by both texts, and the server by an end. */
const MAX_CHANGES = 600
/** Languages that write words without spaces between them. */
const unspaced = /^(?:ja|zh|th|lo|km|my)\b/i

/** From one text to another, word by word. `lang` is the texts' language tag. */
export function diffText(before: string, after: string, lang: string): TextPart[] {
  const parts = (changesOf(before, after, lang) ?? wholly(before, after)).map(toPart)
  return parts.filter((part) => part.text !== '')
}

function toPart({
  added,
  removed,
  value,
}: Pick<ChangeObject<string>, 'added' | 'removed' | 'value'>): TextPart {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value }
}

function changesOf(before: string, after: string, lang: string): ChangeObject<string>[] | undefined {
  const [primary] = unspaced.exec(lang) ?? []
  if (primary) {
    const intlSegmenter = new Intl.Segmenter(primary, { granularity: 'word' })
    const changes = diffWords(before, after, { intlSegmenter, maxEditLength: MAX_CHANGES })
    // It leaves white space aside, and so gives back neither text exactly where that changed.
    if (changes && isFaithful(changes, before, after)) return changes
  }
  return diffWordsWithSpace(before, after, { maxEditLength: MAX_CHANGES })
}

function isFaithful(changes: ChangeObject<string>[], before: string, after: string): boolean {
  const join = (gone: 'added' | 'removed') =>
    changes
      .filter((change) => !change[gone])
      .map((change) => change.value)
      .join('')
  return join('added') === before && join('removed') === after
}

function wholly(before: string, after: string) {
  return [
    { added: false, removed: true, value: before },
    { added: true, removed: false, value: after },
  ]
}
