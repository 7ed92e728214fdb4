import { writeRoute } from '@/lib/http/write-route'
import { scheduleIssue } from '@/lib/publishing/commands/schedule-issue'
import { scheduleSchema } from '@/lib/publishing/schema'

export const POST = writeRoute({
  input: scheduleSchema,
  run: ({ actor, input, params }) => scheduleIssue(actor, { ...input, id: params.issueId ?? '' }),
})
