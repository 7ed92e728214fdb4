'use client'

import { useEffect, useRef, useState } from 'react'
import { useDesk } from '@/components/editor/desk/use-desk'
import { inTheDark, inTheLight } from '@/lib/render/email/style-sheet'
import type { WrittenEmail, WrittenRow } from './compose-email'
import { holdLinks, showElement, useFollow } from './follow'
import type { Look } from './look'
import { useDraftDocument } from './use-draft-document'
import { useEmail } from './use-email'

/** Widths of a mail in the frame, in CSS px: a mail program’s pane, and a phone. */
const widths: Record<Look['width'], number> = { phone: 375, desktop: 680 }
const schemes: Record<Look['scheme'], (html: string) => string> = {
  here: (html) => html,
  light: inTheLight,
  dark: inTheDark,
}

type Row = Pick<WrittenRow, 'html' | 'count'>
type Drawn = { page: Document; before: string; after: string; rows: Row[] }

/** The mail of the issue in a frame without script, drawn anew row by row. */
export function EmailView({ look: { width, scheme } }: { look: Look }) {
  const { images } = useDesk()
  const email = useEmail()
  const { sections } = useDraftDocument()
  const frame = useRef<HTMLIFrameElement>(null)
  const drawn = useRef<Drawn | null>(null)
  const [shown, setShown] = useState<WrittenEmail | null>(null)
  const [page, setPage] = useState<Document | null>(null)
  useEffect(() => setPage(frame.current?.contentDocument ?? null), [])
  useEffect(() => {
    if (!email || !page) return
    const rows = email.rows.map(({ html, count }) => ({ html: withStudioImages(html, images), count }))
    const next = { page, before: schemes[scheme](email.before), rows, after: email.after }
    draw(next, drawn.current)
    drawn.current = next
    setShown(email)
    return holdLinks(page)
  }, [email, scheme, page, images])
  useFollow((id) => {
    if (!page || !shown) return false
    const row = rowOf(page, shown.rows, 'item', id)
    const list = sections.find(
      ({ layout, items }) => layout === 'list' && items.some((item) => item.id === id),
    )
    if (row || !list) return showElement(row, 'instant')
    const entries = rowOf(page, shown.rows, 'list', list.id)?.querySelectorAll(':scope > td > ul > li')
    // At once: what is drawn meanwhile would stop a slow scroll on its way.
    return showElement(entries?.[list.items.findIndex((item) => item.id === id)], 'instant')
  }, shown)
  return (
    <div className="ed-frame" data-width={width} data-mail>
      {/* No address: it is a page of this one, with its rules and without its scripts. */}
      <iframe
        ref={frame}
        title="Preview: the email as subscribers will see it"
        sandbox="allow-same-origin"
        style={{ inlineSize: widths[width] }}
        // Some browsers give a frame another page once it has loaded.
        onLoad={({ currentTarget }) => setPage(currentTarget.contentDocument)}
      />
      {email ? null : <p className="ed-none">The email is being written…</p>}
    </div>
  )
}

/** A row with its images from where the studio sees them; the mail itself names where readers will. */
function withStudioImages(html: string, images: Readonly<Record<string, string>>): string {
  const { origin } = window.location
  return Object.entries(images).reduce(
    (text, [address, path]) => text.replaceAll(`src="${origin}${address}"`, `src="${path}"`),
    html,
  )
}

function rowsOf(page: Document): HTMLTableRowElement[] {
  return Array.from(page.querySelector<HTMLTableElement>('.page > table')?.rows ?? [])
}

/** The first row in the table of a part of the mail. */
function rowOf(page: Document, rows: readonly WrittenRow[], kind: string, id: string) {
  const at = rows.findIndex(({ part }) => part.kind === kind && part.id === id)
  const before = rows.slice(0, at).reduce((sum, { count }) => sum + count, 0)
  return at < 0 ? undefined : rowsOf(page)[before]
}

/** Draws the mail, or where its page stands already only the rows that are new. */
function draw({ page, before, rows, after }: Drawn, drawn: Drawn | null): void {
  const same = drawn?.page === page && drawn.before === before && drawn.after === after
  if (same && drawn.rows.length === rows.length) {
    const changed = rows.flatMap((row, index) => (row.html === drawn.rows[index]?.html ? [] : [index]))
    if (changed.every((index) => rows[index]?.count === 1 && drawn.rows[index]?.count === 1)) {
      const shown = rowsOf(page)
      const placeOf = (index: number) => rows.slice(0, index).reduce((sum, { count }) => sum + count, 0)
      for (const index of changed) {
        const row = shown[placeOf(index)]
        if (row) row.outerHTML = rows[index]?.html ?? ''
      }
      return
    }
  }
  const html = before + rows.map((row) => row.html).join('') + after
  if (drawn?.page !== page) {
    // Written rather than put there, or the page would not know by its doctype how mail is laid out.
    page.open()
    page.write(html)
    page.close()
    return
  }
  const { scrollTop = 0 } = page.scrollingElement ?? {}
  const whole = new DOMParser().parseFromString(html, 'text/html')
  page.documentElement.replaceWith(page.importNode(whole.documentElement, true))
  page.scrollingElement?.scrollTo({ top: scrollTop, behavior: 'instant' })
}
