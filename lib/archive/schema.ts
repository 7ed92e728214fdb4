import { z } from 'zod'
import { calendarDateSchema, issueDocumentSchema } from '@/lib/document/schema'

/** A published issue as a link to it shows it. */
const issueNeighbourSchema = z.object({ slug: z.string(), title: z.string() })
export type IssueNeighbour = z.infer<typeof issueNeighbourSchema>

/** The published issues right before and after one, by date. */
const issueNeighboursSchema = z.object({
  previous: issueNeighbourSchema.nullable(),
  next: issueNeighbourSchema.nullable(),
})
export type IssueNeighbours = z.infer<typeof issueNeighboursSchema>

/** An issue as readers get it. `updatedAt` is that of the current edition. */
export const archivedIssueSchema = z.object({
  document: issueDocumentSchema,
  neighbours: issueNeighboursSchema,
})
export type ArchivedIssueView = z.infer<typeof archivedIssueSchema>

/** A line of the archive. */
export const archiveEntrySchema = z.object({
  slug: z.string(),
  title: z.string(),
  number: z.int().nullable(),
  date: calendarDateSchema,
  itemCount: z.int(),
})
export type ArchiveEntry = z.infer<typeof archiveEntrySchema>
