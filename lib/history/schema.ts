import { z } from 'zod'
import type { TextPart } from '@/lib/word-diff/rules'

export type FieldDiff = { label: string; parts: TextPart[] }

/** What happened to one part of an issue from one document to the next. */
export type RowDiff = {
  id: string
  what: 'issue' | 'section' | 'item' | 'sponsor'
  change: 'added' | 'removed' | 'changed'
  /** How a person knows it: its headline, title, or the beginning of its text. */
  name: string
  /** The section it is in, or was; null for what is in none. */
  place: string | null
  /** Where it stood before, in words, if it stands elsewhere now. */
  movedFrom: string | null
  fields: FieldDiff[]
}

export type HistoryEntry =
  | { kind: 'edition'; edition: number; at: string; who: string; note: string | null; isCurrent: boolean }
  | { kind: 'withdrawn'; at: string; who: string }

/**
 * A stretch in which one person changed the draft, or one row of it. `from` and `to` number its first and its last
 * change: it made what was before `from` what it was before `to` + 1.
 */
export type DraftVersion = { from: number; to: number; at: string; who: string; rows: number }

/** The versions of a draft, latest first; `row` where they are those of one item or section. */
export type DraftHistory = {
  id: string
  title: string
  row: { id: string; name: string } | null
  versions: DraftVersion[]
}

const changesSchema = z
  .strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() })
  .refine(({ from, to }) => from <= to, 'These changes end before they begin.')
/** The changes of a draft that a restore made, from the first to the last: told so that it can be undone. */
export type Changes = z.infer<typeof changesSchema>

/**
 * `before`: the number of the change that the draft shall be as before. `row`: only of this row. Or `undo`: the changes of a
 * restore, which shall be taken back, and nothing else.
 */
export const restoreDraftSchema = z.union([
  z.strictObject({ commandId: z.uuid(), undo: changesSchema }),
  z.strictObject({ commandId: z.uuid(), before: z.int().nonnegative(), row: z.uuid().optional() }),
])

export type IssueHistory = {
  id: string
  title: string
  /** Latest first. */
  entries: HistoryEntry[]
  /** How many things a correction would change now. */
  unpublished: number
}

/** `before` null: the first edition, which nothing went before. */
export type Comparison = { before: string | null; after: string; rows: RowDiff[]; items: number }
