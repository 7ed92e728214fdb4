import { z } from 'zod'
import { calendarDateSchema } from '@/lib/document/schema'

/** What of the log is wanted; all of it where nothing is said. */
export const auditFilterSchema = z.object({
  /** A person's id, or `system` for what nobody did by hand. */
  who: z
    .union([z.uuid(), z.literal('system')])
    .optional()
    .catch(undefined),
  what: z
    .string()
    .max(60)
    .regex(/^[a-z-]+$/)
    .optional()
    .catch(undefined),
  /** An issue, with its sections, items and slots. */
  issue: z.uuid().optional().catch(undefined),
  /** Calendar dates in the publication's zone, both included. */
  from: calendarDateSchema.optional().catch(undefined),
  to: calendarDateSchema.optional().catch(undefined),
  /** The last event of the page before. */
  after: z.uuid().optional().catch(undefined),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

export type AuditRow = {
  id: string
  at: string
  who: string
  action: string
  subject: string
  /** What it was done to, as a person knows it; null where it is no more. */
  name: string | null
  /** The page of the studio that shows it. */
  path: string | null
  /** Fields that were changed. */
  fields: string[]
}

export type AuditPage = {
  rows: AuditRow[]
  /** Continues the list; null at its end. */
  next: string | null
  /** What can be chosen. */
  people: { id: string; name: string }[]
  actions: string[]
  issues: { id: string; name: string }[]
}
