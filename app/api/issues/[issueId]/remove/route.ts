import { writeRoute } from '@/lib/http/write-route'
import { removeIssue } from '@/lib/issues/commands/remove-issue'
import { commandSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => removeIssue(actor, { ...input, id: params.issueId ?? '' }),
})
