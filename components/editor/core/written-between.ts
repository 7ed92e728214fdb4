import { type Neighbours, neighboursOf } from '@/lib/pointing/rules'
import { type Doc, sectionOfItem } from './document'

/** The words last seen of each item, and what stood beside those that were written in since. */
export type Writing = {
  readonly blurbs: Readonly<Record<string, string>>
  readonly between: Readonly<Record<string, Neighbours>>
}
export const nothingWritten: Writing = { blurbs: {}, between: {} }

/**
 * Notes beside which items words are written, as the server does when it saves them, so that a finding knows it before
 * the issue is loaded again. What is seen for the first time was written before.
 */
export function noteWriting(before: Writing, doc: Doc): Writing {
  const written = Object.entries(doc.items).filter(([id, { blurb }]) => blurb !== before.blurbs[id])
  if (written.length === 0) return before
  const blurbs = { ...before.blurbs }
  const between = { ...before.between }
  for (const [id, { blurb }] of written) {
    const section = sectionOfItem(doc, id)
    if (id in blurbs && section) between[id] = neighboursOf(doc.itemIds[section] ?? [], id)
    blurbs[id] = blurb
  }
  return { blurbs, between }
}

/** The same, kept from one look at the issue to the next. Looking twice changes nothing. */
export class WritingLog {
  #writing = nothingWritten

  note(doc: Doc): Writing['between'] {
    this.#writing = noteWriting(this.#writing, doc)
    return this.#writing.between
  }
}
