import { z } from 'zod'
import { BLURB_BYTES } from '@/lib/issues/schema'

const commandId = z.uuid()

export const publishSchema = z.strictObject({
  commandId,
  /** What readers are told of a correction, Markdown; nothing for a silent one, which leaves the last note. */
  note: z
    .string()
    .max(BLURB_BYTES / 4, 'Keep the note shorter.')
    .nullable()
    .optional(),
  /** Takes the last note away from readers. */
  withoutNote: z.boolean().optional(),
  /** The number of the edition the person means to make; refused where somebody made it meanwhile. */
  edition: z.int().positive().optional(),
})
export type PublishInput = z.infer<typeof publishSchema> & { id: string }

export const scheduleSchema = z.strictObject({
  commandId,
  /** Wall time in the publication's zone, `YYYY-MM-DDTHH:MM`. */
  wall: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Give a date and a time, such as 2026-03-01 20:00.'),
})
export type ScheduleInput = z.infer<typeof scheduleSchema> & { id: string }

/** `path` is the reader's address of the issue. */
export type Published = { edition: number; publishedAt: string; updatedAt: string; path: string }
export type Scheduled = { scheduledAt: string; wall: string; zone: string; notice: string | null }
