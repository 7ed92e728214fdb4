import type { DocumentItem, DocumentSection, DocumentSponsor, IssueDocument } from './schema'

/** JSON with the keys of every object in order, so that equal documents have equal text (and so equal hashes). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Addresses of the images that a document shows, each once. */
export function imagesIn({ sponsors }: IssueDocument): string[] {
  return [...new Set(sponsors.flatMap(({ image }) => (image ? [image.url] : [])))]
}

/**
 * Whether a text is a language tag that can be written into a page (BCP 47). A language's name in letters, such as
 * `arabic`, has the form of a tag that nobody registered: a language has two letters or three.
 */
export function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return false
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/**
 * How many things a reader would find changed between two documents: parts of the envelope and the text around,
 * sections and items added, removed, changed or moved. What an edition brings by itself (its number, its
 * times, its correction note) does not count.
 */
export function countChanges(before: IssueDocument, after: IssueDocument): number {
  return (
    countFields(readerFields(before), readerFields(after)) +
    countRows(before.sections.map(sectionHead), after.sections.map(sectionHead)) +
    countRows(before.sections.flatMap(itemRows), after.sections.flatMap(itemRows)) +
    countRows(before.sponsors.map(sponsorRow), after.sponsors.map(sponsorRow))
  )
}

type Row = { id: string; group: string; text: string }

function readerFields({ issue }: IssueDocument) {
  const { title, subject, preheader, slug, number, date, lang, dir, intro, outro } = issue
  return { title, subject, preheader, slug, number, date, lang, dir, intro, outro }
}

function countFields<T extends Record<string, unknown>>(before: T, after: T): number {
  return Object.keys(before).filter((name) => before[name] !== after[name]).length
}

const sectionHead = ({ id, title, layout }: DocumentSection): Row => ({
  id,
  group: '',
  text: canonicalJson([title, layout]),
})
const itemRows = (section: DocumentSection): Row[] =>
  section.items.map((item: DocumentItem) => ({ id: item.id, group: section.id, text: canonicalJson(item) }))
const sponsorRow = (part: DocumentSponsor): Row => ({ id: part.id, group: '', text: canonicalJson(part) })

function countRows(before: Row[], after: Row[]): number {
  const old = new Map(before.map((row) => [row.id, row]))
  const kept = new Set(after.map((row) => row.id))
  const removed = before.filter((row) => !kept.has(row.id)).length
  const changed = after.filter((row) => {
    const was = old.get(row.id)
    return !was || was.text !== row.text || was.group !== row.group
  }).length
  const groups = new Set(after.map((row) => row.group))
  return [...groups].reduce((sum, group) => sum + countMoved(before, after, group), removed + changed)
}

/** Rows of a group in another order than before: those in both, less the longest run that kept its order. */
function countMoved(before: Row[], after: Row[], group: string): number {
  const rank = new Map(before.filter((row) => row.group === group).map((row, index) => [row.id, index]))
  const ranks = after.flatMap((row) => (row.group === group ? (rank.get(row.id) ?? []) : []))
  const tails: number[] = []
  for (const value of ranks) {
    const spot = tails.findIndex((tail) => tail >= value)
    tails[spot < 0 ? tails.length : spot] = value
  }
  return ranks.length - tails.length
}

/** The document with its images from elsewhere, for who may see them there. `paths`: by the addresses it has. */
export function withImagesFrom(
  document: IssueDocument,
  paths: Readonly<Record<string, string>>,
): IssueDocument {
  const sponsors = document.sponsors.map((part) => {
    const url = part.image && paths[part.image.url]
    return part.image && url ? { ...part, image: { ...part.image, url } } : part
  })
  return { ...document, sponsors }
}
