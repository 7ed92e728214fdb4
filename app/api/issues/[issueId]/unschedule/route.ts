import { writeRoute } from '@/lib/http/write-route'
import { commandSchema } from '@/lib/issues/schema'
import { unscheduleIssue } from '@/lib/publishing/commands/schedule-issue'

export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => unscheduleIssue(actor, { ...input, id: params.issueId ?? '' }),
})
