import { writeRoute } from '@/lib/http/write-route'
import { unskipIssue } from '@/lib/issues/commands/skip-issue'
import { commandSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => unskipIssue(actor, { ...input, id: params.issueId ?? '' }),
})
