import { z } from 'zod'
import { calendarDateSchema } from '@/lib/document/schema'
import { type IssueState, issueStates } from '@/lib/issues/schema'
import type { SlotState } from '@/lib/sponsors/schema'

/** What the list is narrowed to. Comes from an address that anybody can write, so what makes no sense is dropped. */
export const issueFilterSchema = z.object({
  /** A number, with or without #, or a text to find in titles, headlines, addresses and blurbs. */
  q: z
    .string()
    .trim()
    .max(200)
    .refine((text) => !text.includes('\u0000'))
    .catch('')
    .default(''),
  state: z.enum(issueStates).nullable().catch(null).default(null),
  year: z.coerce.number().int().min(1900).max(2999).nullable().catch(null).default(null),
  /** Where the page before ended: `YYYY-MM-DD_<id>`. */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .refine((key) => calendarDateSchema.safeParse(key.slice(0, 10)).success)
    .nullable()
    .catch(null)
    .default(null),
})
export type IssueFilter = z.infer<typeof issueFilterSchema>

/** What the person may do with an issue from the list, as the policy says. */
export type IssueAbilities = {
  open: boolean
  edit: boolean
  skip: boolean
  unskip: boolean
  remove: boolean
  redate: boolean
  duplicate: boolean
}

export type IssueRow = {
  id: string
  state: IssueState
  number: number | null
  title: string
  /** Calendar date, `YYYY-MM-DD`. */
  date: string
  sections: number
  items: number
  /** Instants, ISO 8601 UTC. */
  scheduledAt: string | null
  scheduledZone: string | null
  heldReason: string | null
  publishedAt: string | null
  withdrawnAt: string | null
  /** The reader's address, where readers can see it. */
  path: string | null
  /** How many things a correction would change; null where readers have nothing. */
  changes: number | null
  /** What is booked there and would be lost with the issue. */
  booked: { id: string; sponsor: string; placement: string; state: SlotState }[]
  can: IssueAbilities
}

export type IssueList = {
  rows: IssueRow[]
  /** `after` of the next page; null on the last one. */
  next: string | null
  /** How many there are of each state within text and year. */
  counts: Record<IssueState, number>
  /** Years that have issues, latest first. */
  years: number[]
}
