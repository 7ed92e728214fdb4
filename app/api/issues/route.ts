import { writeRoute } from '@/lib/http/write-route'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { createIssueSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: createIssueSchema,
  run: ({ actor, input }) => createIssue(actor, input),
})
