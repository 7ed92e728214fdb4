import type { DocumentItem, DocumentSection, DocumentSponsor, IssueDocument } from '@/lib/document/schema'
import { movedIds } from '@/lib/order/moved-ids'
import {
  diffFields,
  nameFrom,
  type Texts,
  textsOfIssue,
  textsOfItem,
  textsOfSection,
  textsOfSponsor,
} from './fields'
import type { RowDiff } from './schema'

/** A part of an issue where it stands: its group, such as a section, and its place there, from 1. */
type Placed = { id: string; name: string; texts: Texts; group: string; place: string | null; index: number }

const titleOf = (section: DocumentSection) => section.title ?? 'Untitled section'

/**
 * What a reader would find different between two documents of an issue, in the order of the page: its own texts,
 * sponsors' parts, then each section with its items; what went is told at the end of its kind. What an edition
 * brings by itself (its number, its times, its note) is left out. One that nothing went before has no differences.
 */
export function diffDocuments(before: IssueDocument | null, after: IssueDocument): RowDiff[] {
  if (!before) return []
  const { lang } = after.issue
  const fields = diffFields(textsOfIssue(before), textsOfIssue(after), lang)
  const own = { id: 'issue', what: 'issue', change: 'changed', name: 'The issue itself' } as const
  return [
    ...(fields.length > 0 ? [{ ...own, place: null, movedFrom: null, fields }] : []),
    ...diffParts('sponsor', sponsorsOf(before), sponsorsOf(after), lang),
    ...diffParts('section', sectionsOf(before), sectionsOf(after), lang),
    ...diffParts('item', itemsOf(before), itemsOf(after), lang),
  ]
}

function sponsorsOf({ sponsors, sections }: IssueDocument): Placed[] {
  return sponsors.map((part: DocumentSponsor, index) => {
    const group = typeof part.at === 'string' ? part.at : part.at.after
    const section = sections.find(({ id }) => id === group)
    const place = section ? `after ${titleOf(section)}` : `at the ${group}`
    const name = nameFrom([part.headline, part.sponsor, part.label], 'Sponsor’s part')
    return { id: part.id, name, texts: textsOfSponsor(part), group, place, index }
  })
}

function sectionsOf({ sections }: IssueDocument): Placed[] {
  return sections.map((section, index) => ({
    id: section.id,
    name: titleOf(section),
    texts: textsOfSection(section),
    group: '',
    place: null,
    index,
  }))
}

function itemsOf({ sections }: IssueDocument): Placed[] {
  return sections.flatMap((section) =>
    section.items.map((item: DocumentItem, index) => ({
      id: item.id,
      name: nameFrom([item.headline, item.blurb], `Untitled ${item.kind}`),
      texts: textsOfItem(item),
      group: section.id,
      place: titleOf(section),
      index,
    })),
  )
}

function diffParts(what: RowDiff['what'], before: Placed[], after: Placed[], lang: string): RowDiff[] {
  const old = new Map(before.map((part) => [part.id, part]))
  const still = new Set(after.map((part) => part.id))
  const groups = new Set(after.map((part) => part.group))
  const idsIn = (parts: Placed[], group: string) =>
    parts.flatMap((part) => (part.group === group ? part.id : []))
  const moved = new Set(
    [...groups].flatMap((group) => [...movedIds(idsIn(before, group), idsIn(after, group))]),
  )

  const come = after.flatMap((part): RowDiff[] => {
    const { id, name, place } = part
    const was = old.get(id)
    if (!was) {
      const fields = diffFields({}, part.texts, lang)
      return [{ id, what, change: 'added', name, place, movedFrom: null, fields }]
    }
    const fields = diffFields(was.texts, part.texts, lang)
    const movedFrom = was.group !== part.group ? was.place : moved.has(id) ? placeOf(was) : null
    if (fields.length === 0 && movedFrom === null) return []
    return [{ id, what, change: 'changed', name, place, movedFrom, fields }]
  })
  const gone = before.flatMap(({ id, name, place, texts }): RowDiff[] => {
    if (still.has(id)) return []
    const fields = diffFields(texts, emptied(texts), lang)
    return [{ id, what, change: 'removed', name, place, movedFrom: null, fields }]
  })
  return [...come, ...gone]
}

/**
 * To what of a version can be gone back: an item alone not to where it wasn't there, and nothing to what is.
 * @param rows what the version changed
 */
export function restorable(
  rows: readonly Pick<RowDiff, 'id' | 'change'>[],
  row: string | undefined,
  isLatest: boolean,
): { before: boolean; after: boolean } {
  const change = rows.find(({ id }) => id === row)?.change
  return { before: change !== 'added', after: !isLatest && change !== 'removed' }
}

const placeOf = ({ index }: Placed) => `place ${index + 1}`
const emptied = (texts: Texts): Texts => Object.fromEntries(Object.keys(texts).map((label) => [label, '']))
