import type { Element, ElementContent } from 'hast'
import type { DocumentItem, DocumentSection, DocumentSponsor, IssueDocument } from '@/lib/document/schema'
import { accentsOf } from '@/lib/render/accent'
import { type BlockContext, contextIn, contextOf, tongueAttributes } from '@/lib/render/block-context'
import { correctionToFeed } from '@/lib/render/blocks/correction'
import { headlineToFeed } from '@/lib/render/blocks/headline'
import { partsToFeed } from '@/lib/render/blocks/item-parts'
import { rowToFeed } from '@/lib/render/blocks/list-row'
import { proseToFeed } from '@/lib/render/blocks/prose'
import { sponsorToParts } from '@/lib/render/blocks/sponsor'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import type { Site } from '@/lib/render/site'
import { placeSponsors } from '@/lib/render/sponsor-places'
import { faces, light } from './colours'
import { dress } from './dress'
import { hairline, row } from './frame'
import { type Dress, footerRows, headerRows, type Publication } from './head-and-foot'
import type { Look } from './looks'

/** What of an issue a row of its mail is. `id`: of the item, the section or the sponsor's part; empty for the rest. */
export type EmailPart = {
  kind: 'head' | 'correction' | 'sponsor' | 'intro' | 'section' | 'item' | 'list' | 'outro' | 'foot'
  id: string
}

/** A row of the mail's table, not drawn yet. Two with the same `from` are drawn the same. */
export type EmailRow = { part: EmailPart; from: string; make: () => Element[] }

const rule = `1px solid ${light.rule}`

/** An item among articles as a row of the mail, in its own language and direction. */
function articleRow(item: DocumentItem, context: BlockContext, put: Dress): Element {
  const own = contextIn(context, item)
  // In a section without a title the headline is what stands under the issue's.
  const tagName = `h${context.level}`
  const headline = headlineToFeed(item, own).map((node) => ({ ...node, tagName }) as ElementContent)
  const parts = [
    ...put(headline, 'headline', own.dir),
    ...put(partsToFeed({ item, context: own }), 'text', own.dir),
  ]
  return row(parts, '0 0 24px', tongueAttributes(context, item))
}

function sectionHead({ title, layout }: DocumentSection, issue: IssueDocument['issue']): Element[] {
  const style = `margin:0;padding:0 0 6px;border-bottom:${rule};font:600 14px/1.4 ${faces.head};letter-spacing:.08em;text-transform:uppercase;color:${light.muted}`
  const head =
    title && element('h2', { ...dirAttribute(title, issue.dir), className: ['m', 'r'], style }, title)
  return head ? [row([head], layout === 'list' ? '20px 0 8px' : '20px 0 24px')] : []
}

function listRow({ items }: DocumentSection, context: BlockContext, put: Dress): Element {
  const list = element(
    'ul',
    {},
    items.map((item) => rowToFeed({ item, context })),
  )
  return row(put([list], 'rows'), '0 0 24px')
}

/** The rows of an issue's mail, from top to bottom; one that shows nothing makes no element. */
export function emailRows(document: IssueDocument, publication: Publication, site: Site): EmailRow[] {
  const { issue, sections } = document
  const { dir, lang } = issue
  const accent = accentsOf(publication).light
  const look: Look = { part: 'text', dir, accent }
  const put: Dress = (nodes, part = 'text', own = dir) => dress(nodes, { ...look, part, dir: own })
  const around = [lang, dir, accent, site]
  const part = (kind: EmailPart['kind'], id: string, from: unknown, make: () => Element[]): EmailRow => ({
    part: { kind, id },
    from: JSON.stringify([kind, around, from]),
    make,
  })
  const prose = (kind: 'intro' | 'outro', text: string | null) =>
    part(kind, '', text, () => {
      const nodes = proseToFeed({ text, dir })
      return nodes.length > 0 ? [row(put(nodes), '0 0 24px')] : []
    })
  const sponsor = (copy: DocumentSponsor) =>
    part('sponsor', copy.id, copy, () => {
      const parts = put(sponsorToParts({ sponsor: copy, dir, site }), 'sponsor')
      return [row([hairline('0 0 18px'), ...parts, hairline('18px 0 0')], '0 0 32px')]
    })
  const section = (made: DocumentSection): EmailRow[] => {
    const { id, title, layout, items } = made
    if (items.length === 0) return []
    const context = contextOf(made, issue)
    const head = part('section', id, [title, layout], () => sectionHead(made, issue))
    const rows =
      layout === 'list'
        ? [part('list', id, [title, items], () => [listRow(made, context, put)])]
        : items.map((item) =>
            part('item', item.id, [context.level, item], () => [articleRow(item, context, put)]),
          )
    return [head, ...rows]
  }
  const placed = placeSponsors(document)
  return [
    part('head', '', [issue, publication.name], () => headerRows(issue, publication, site.origin)),
    part('correction', '', issue.correction, () => correctionRows(issue, put)),
    ...placed.top.map(sponsor),
    prose('intro', issue.intro),
    ...sections.flatMap((made) => [...section(made), ...(placed.after.get(made.id) ?? []).map(sponsor)]),
    prose('outro', issue.outro),
    ...placed.bottom.map(sponsor),
    part('foot', '', publication, () => footerRows(publication, put)),
  ]
}

function correctionRows(issue: IssueDocument['issue'], put: Dress): Element[] {
  const correction = correctionToFeed({ text: issue.correction, issue })
  if (correction.length === 0) return []
  const note = { style: `background:${light.marked}`, className: ['k'] }
  return [row(put(correction), '12px 16px 0', note), row([], '0 0 24px')]
}
