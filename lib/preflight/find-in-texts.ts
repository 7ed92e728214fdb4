import { nameOfItem } from '@/lib/issues/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { onceFor } from './once-for'
import type { FindingPlace, Warning } from './rules'
import { findInLine, findInMarkdown, isGeneralLabel, type Oddity } from './texts'

type ItemField = Extract<FindingPlace, { kind: 'item' }>['field']

const itemFields = [
  ['headline', findInLine, ''],
  ['blurb', findInMarkdown, ''],
  ['byline', findInMarkdown, ', byline,'],
  ['credit', findInMarkdown, ', credit,'],
  ['disclosure', findInMarkdown, ', disclosure,'],
] as const
const issueFields = [
  ['title', findInLine, 'The title'],
  ['subject', findInLine, 'The subject'],
  ['preheader', findInLine, 'The preheader'],
  ['intro', findInMarkdown, 'The intro'],
  ['outro', findInMarkdown, 'The outro'],
] as const

const warn = ({ code, says }: Oddity, name: string, where: FindingPlace): Warning => ({
  code,
  level: 'warn',
  message: `${name} ${says}`,
  where,
})

const findInItem = onceFor((item: DraftItem): Warning[] => {
  const place = (field: ItemField): FindingPlace => ({ kind: 'item', id: item.id, field })
  const name = nameOfItem(item)
  const inTexts = itemFields.flatMap(([field, find, part]) =>
    find(item[field]).map((oddity) => warn(oddity, `${name}${part}`, place(field))),
  )
  const inLabels = item.links.flatMap(({ label }, at): Warning[] => {
    if (!isGeneralLabel(label)) return []
    const says = `has a further link that says only “${label.trim()}”. Say where it leads.`
    const where: FindingPlace = { kind: 'item', id: item.id, field: 'links', link: { at, part: 'label' } }
    return [warn({ code: 'link-text', says }, name, where)]
  })
  return [...inTexts, ...inLabels]
})

/** Slips in what was written: left for later, quotes that don’t pair up, links and pictures that say nothing. */
export function findInTexts(draft: IssueDraft): Warning[] {
  const inIssue = issueFields.flatMap(([field, find, name]) =>
    find(draft[field]).map((oddity) => warn(oddity, name, { kind: 'issue', field })),
  )
  const inItems = draft.sections.flatMap(({ items }) => items.flatMap(findInItem))
  const inParts = draft.sponsorParts.flatMap(({ image, label, sponsor }): Warning[] => {
    if (image?.alt.trim() !== '') return []
    const oddity: Oddity = { code: 'image-alt', says: 'has an image without a description.' }
    return [warn(oddity, `Sponsor’s part “${sponsor || label}”`, { kind: 'issue', field: 'title' })]
  })
  return [...inIssue, ...inItems, ...inParts]
}
