import { z } from 'zod'
import type { RowDiff } from '@/lib/history/schema'
import type { IssueContent, ItemContent, SectionContent } from '@/lib/issues/schema'

/** A whole draft is written into one text and read from it; ids are null where the text brings something new. */
export type TextItem = { id: string | null; line: number; content: ItemContent }
export type TextSection = { id: string | null; line: number; content: SectionContent; items: TextItem[] }
export type DraftText = {
  /** The moment of the draft that the text was made of, as `writeDraft` was given it. */
  mark: string
  content: IssueContent
  sections: TextSection[]
}

/** What can't be read: where, and why. Lines count from 1. */
export type TextProblem = { line: number; message: string }

/** Where a text and what others saved meanwhile change the same words. `name`: of the row, as a person knows it. */
export type TextClash = { name: string; what: string; yours: string; theirs: string }

/**
 * What a text would change, where it clashes with what others saved, whether its order takes the place of theirs, and a
 * name for just that.
 */
export type TextPreview = { rows: RowDiff[]; clashes: TextClash[]; overOrder: boolean; seen: string }

/** Texts of more than this are no issue, in bytes. */
export const TEXT_BYTES = 2 * 1024 * 1024

/** Calls by one token. */
export const draftLimit = { limit: 60, seconds: 60 } as const

/**
 * What comes beside a text that a program sends: `prefer` as below; `key` names the call, the same when it is repeated;
 * `match` is its If-Match (RFC 9110, 13.1.1).
 */
export const putTextSchema = z.strictObject({
  text: z.string(),
  prefer: z.enum(['yours', 'theirs'], 'Prefer “yours” or “theirs”.').optional(),
  key: z.uuid('An Idempotency-Key is a UUID.').optional(),
  match: z.string().max(4096, 'This If-Match is too long.').optional(),
})
export type PutText = z.infer<typeof putTextSchema>

/**
 * `prefer`: whose words stand where both changed the same ones. `seen`: what the preview that was agreed to said it
 * would change; a save that would change something else is refused.
 */
export const saveTextSchema = z.strictObject({
  commandId: z.uuid(),
  text: z.string().max(TEXT_BYTES, 'This is more than an issue holds.'),
  prefer: z.enum(['yours', 'theirs']).optional(),
  seen: z.string().max(100).optional(),
})
export const previewTextSchema = saveTextSchema.omit({ seen: true })
export type SaveText = z.infer<typeof saveTextSchema>
