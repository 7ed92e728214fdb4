import type { IssueDocument } from '@/lib/document/schema'
import { accentsOf } from './accent'
import { frame } from './email/frame'
import type { Publication } from './email/head-and-foot'
import { emailRows } from './email/rows'
import { element } from './hast'
import { summaryOf } from './issue-summary'
import { hastToHtml } from './markdown/hast-html'
import type { Site } from './site'

/** What stands where the rows will: no text can hold it, since the serialiser escapes every `<`. */
const PLACE = '<tr class="rows"></tr>'

/** What of a mail's HTML stands before its rows, and after them. */
export function emailAround(
  document: IssueDocument,
  publication: Publication,
): [before: string, after: string] {
  const { title, subject, lang, dir } = document.issue
  const accent = accentsOf(publication).dark
  const rows = [element('tr', { className: ['rows'] })]
  const whole = hastToHtml(
    frame({ title: subject ?? title, preheader: summaryOf(document), lang, dir, accent, rows }),
  )
  const [before = '', after = ''] = whole.split(PLACE)
  return [before, `${after}\n`]
}

/**
 * The whole issue as the HTML of a mail: a complete document with its look on the elements, no script, nothing loaded
 * but sponsors' pictures, every address absolute. It names no recipient, so that one is made for all of them.
 */
export function issueToEmail(document: IssueDocument, publication: Publication, site: Site): string {
  const [before, after] = emailAround(document, publication)
  return (
    before +
    emailRows(document, publication, site)
      .map((row) => hastToHtml(row.make()))
      .join('') +
    after
  )
}
