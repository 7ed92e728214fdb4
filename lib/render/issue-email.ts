import type { Element, ElementContent } from 'hast'
import type { DocumentItem, DocumentSection, DocumentSponsor, IssueDocument } from '@/lib/document/schema'
import { accentsOf } from './accent'
import { type BlockContext, contextIn, contextOf, tongueAttributes } from './block-context'
import { correctionToFeed } from './blocks/correction'
import { headlineToFeed } from './blocks/headline'
import { partsToFeed } from './blocks/item-parts'
import { rowToFeed } from './blocks/list-row'
import { proseToFeed } from './blocks/prose'
import { sponsorToParts } from './blocks/sponsor'
import { dirAttribute } from './direction'
import { faces, light } from './email/colours'
import { dress } from './email/dress'
import { frame, hairline, row } from './email/frame'
import { type Dress, footerRows, headerRows, type Publication } from './email/head-and-foot'
import type { Look } from './email/looks'
import { element } from './hast'
import { summaryOf } from './issue-summary'
import { hastToHtml } from './markdown/hast-html'
import type { Site } from './site'
import { placeSponsors } from './sponsor-places'

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

/** A section's title and its items: a row of the mail for each article, one for a whole list. */
function sectionRows(section: DocumentSection, issue: IssueDocument['issue'], put: Dress): Element[] {
  const { title, items, layout } = section
  if (items.length === 0) return []
  const context = contextOf(section, issue)
  const style = `margin:0;padding:0 0 6px;border-bottom:${rule};font:600 14px/1.4 ${faces.head};letter-spacing:.08em;text-transform:uppercase;color:${light.muted}`
  const head =
    title && element('h2', { ...dirAttribute(title, issue.dir), className: ['m', 'r'], style }, title)
  const rows = head ? [row([head], layout === 'list' ? '20px 0 8px' : '20px 0 24px')] : []
  if (layout === 'list') {
    const list = element(
      'ul',
      {},
      items.map((item) => rowToFeed({ item, context })),
    )
    return [...rows, row(put([list], 'rows'), '0 0 24px')]
  }
  return [...rows, ...items.map((item) => articleRow(item, context, put))]
}

/**
 * The whole issue as the HTML of a mail: a complete document with its look on the elements, no script, nothing loaded
 * but sponsors' pictures, every address absolute. It names no recipient, so that one is made for all of them.
 */
export function issueToEmail(document: IssueDocument, publication: Publication, site: Site): string {
  const { issue, sections } = document
  const { dir } = issue
  const accents = accentsOf(publication)
  const look: Look = { part: 'text', dir, accent: accents.light }
  const put: Dress = (nodes, part = 'text', own = dir) => dress(nodes, { ...look, part, dir: own })
  const prose = (nodes: ElementContent[]) => (nodes.length > 0 ? [row(put(nodes), '0 0 24px')] : [])
  const placed = placeSponsors(document)
  const sponsor = (part: DocumentSponsor) => {
    const parts = put(sponsorToParts({ sponsor: part, dir, site }), 'sponsor')
    return row([hairline('0 0 18px'), ...parts, hairline('18px 0 0')], '0 0 32px')
  }
  const correction = correctionToFeed({ text: issue.correction, issue })
  const note = { style: `background:${light.marked}`, className: ['k'] }
  const rows = [
    ...headerRows(issue, publication, site.origin),
    ...(correction.length > 0 ? [row(put(correction), '12px 16px 0', note), row([], '0 0 24px')] : []),
    ...placed.top.map(sponsor),
    ...prose(proseToFeed({ text: issue.intro, dir })),
    ...sections.flatMap((section) => [
      ...sectionRows(section, issue, put),
      ...(placed.after.get(section.id) ?? []).map(sponsor),
    ]),
    ...prose(proseToFeed({ text: issue.outro, dir })),
    ...placed.bottom.map(sponsor),
    ...footerRows(publication, put),
  ]
  const title = issue.subject ?? issue.title
  const { lang } = issue
  return `${hastToHtml(frame({ title, preheader: summaryOf(document), lang, dir, accent: accents.dark, rows }))}\n`
}
