import { writeRoute } from '@/lib/http/write-route'
import { commandSchema } from '@/lib/issues/schema'
import { reinstateIssue } from '@/lib/publishing/commands/withdraw-issue'

export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => reinstateIssue(actor, { ...input, id: params.issueId ?? '' }),
})
