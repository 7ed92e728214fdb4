import { writeRoute } from '@/lib/http/write-route'
import { openIssue } from '@/lib/issues/commands/open-issue'
import { commandSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => openIssue(actor, { ...input, id: params.issueId ?? '' }),
})
