import { cutGluedRemark, type Remarked, remarkOfPlain } from '@/lib/transfer/remarks-in-text'
import { emptyItem, type ParsedItem, type Remark } from '@/lib/transfer/schema'
import { asMarkdown } from './as-markdown'
import { bulletOf, type Paragraph } from './groups'

const attribution = /^(?:—|–|--|―)\s*(?=\S)/

function addRemark(item: ParsedItem, remark: Remarked, text: string) {
  item[remark] = item[remark] === null ? text : `${item[remark]}\n\n${text}`
}

function addBlurb(item: ParsedItem, text: string) {
  const cut = cutGluedRemark(text)
  const body = asMarkdown(cut?.text ?? text)
  item.blurb = item.blurb === '' ? body : `${item.blurb}\n\n${body}`
  if (cut) addRemark(item, remarkOfPlain(cut.remark) ?? 'credit', asMarkdown(cut.remark))
}

/**
 * Paragraphs as items. A paragraph followed by a line `— Name` is a quote; a credit or disclosure goes to the item
 * above; each other paragraph is a note, and listed as unsure, since plain text has lost which were quotations and
 * which belonged together.
 */
export function readEntries(paragraphs: Paragraph[], unsure: Remark[]): ParsedItem[] {
  const items: ParsedItem[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = paragraph.text.trim()
    const previous = items.at(-1)
    const remark = previous ? remarkOfPlain(text) : null
    const next = paragraphs[index + 1]
    if (previous && remark) addRemark(previous, remark, asMarkdown(text))
    else if (previous?.kind === 'quote' && attribution.test(text)) {
      previous.blurb += `\n\n${asMarkdown(text).replace(attribution, '— ')}`
    } else if (next && attribution.test(next.text.trim()) && !attribution.test(text)) {
      items.push({ ...emptyItem('quote', paragraph.line), blurb: asMarkdown(text) })
    } else {
      const item = emptyItem('note', paragraph.line)
      addBlurb(item, text)
      items.push(item)
      unsure.push({
        line: paragraph.line,
        text,
        why: 'a note: the text doesn’t tell whether it is an entry, a quotation, or goes with the one above',
      })
    }
  }
  return items
}

/** Rows of a list: the outermost bullets are headlines, what is nested under them their comments. */
export function readPlainRows(paragraphs: Paragraph[]): ParsedItem[] {
  const items: ParsedItem[] = []
  const outermost = Math.min(...paragraphs.map((paragraph) => bulletOf(paragraph.text)?.indent ?? 999))
  for (const paragraph of paragraphs) {
    const bullet = bulletOf(paragraph.text)
    const item = items.at(-1)
    if (bullet && bullet.indent <= outermost) {
      items.push({ ...emptyItem('note', paragraph.line), headline: bullet.text.trim() })
    } else if (item) {
      const text = (bullet?.text ?? paragraph.text).trim()
      const remark = remarkOfPlain(text)
      if (remark) addRemark(item, remark, asMarkdown(text))
      else addBlurb(item, text)
    }
  }
  return items
}
