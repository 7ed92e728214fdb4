import type { IssueDocument } from '@/lib/document/schema'
import type { Publication } from '@/lib/render/email/head-and-foot'
import { type EmailPart, type EmailRow, emailRows } from '@/lib/render/email/rows'
import { emailBytes } from '@/lib/render/email/size'
import { emailAround } from '@/lib/render/issue-email'
import { hastToHtml } from '@/lib/render/markdown/hast-html'

/** Rows of a mail's table as they were written. `count`: how many; `bytes`: how much of the mail's HTML they are. */
type Written = { html: string; count: number; bytes: number }
export type WrittenRow = Written & { part: EmailPart }
/** A mail in pieces, so that what was changed can be told. `bytes`: of the whole HTML. */
export type WrittenEmail = { before: string; rows: WrittenRow[]; after: string; bytes: number }

/** Rows that were written before, by what they are made from. */
export type RowMemory = Map<string, Written>

/** So long the page may stand still, in ms; a key pressed meanwhile waits no longer than that. */
const TURN = 8

/**
 * Writes the mail of an issue, only what is new in it, and in turns: a long one takes a slow machine half a second, and
 * somebody may be typing. Null where `signal` ended it.
 * @param memory what the call before left; holds afterwards what this one needs
 */
export async function composeEmail(
  document: IssueDocument,
  publication: Publication,
  { memory, signal }: { memory: RowMemory; signal: AbortSignal },
): Promise<WrittenEmail | null> {
  const [before, after] = emailAround(document, publication)
  const rows: WrittenRow[] = []
  const used: RowMemory = new Map()
  let began = performance.now()
  for (const row of emailRows(document, publication, { origin: window.location.origin })) {
    if (performance.now() - began > TURN) {
      await new Promise((resolve) => setTimeout(resolve))
      if (signal.aborted) return null
      began = performance.now()
    }
    const written = memory.get(row.from) ?? write(row)
    memory.set(row.from, written)
    used.set(row.from, written)
    if (written.html !== '') rows.push({ part: row.part, ...written })
  }
  for (const from of memory.keys()) if (!used.has(from)) memory.delete(from)
  const bytes = rows.reduce((sum, row) => sum + row.bytes, emailBytes(before) + emailBytes(after))
  return { before, rows, after, bytes }
}

function write(row: EmailRow): Written {
  const made = row.make()
  const html = hastToHtml(made)
  return { html, count: made.length, bytes: emailBytes(html) }
}
