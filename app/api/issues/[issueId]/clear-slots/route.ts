import { writeRoute } from '@/lib/http/write-route'
import { clearIssue } from '@/lib/sponsors/commands/clear-issue'
import { clearIssueSchema } from '@/lib/sponsors/schema'

/** Skips or deletes an issue that has bookings, and decides about them. */
export const POST = writeRoute({
  input: clearIssueSchema,
  run: ({ actor, input, params }) => clearIssue(actor, { ...input, issueId: params.issueId ?? '' }),
})
