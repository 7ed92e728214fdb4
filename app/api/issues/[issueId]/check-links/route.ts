import { writeRoute } from '@/lib/http/write-route'
import { commandSchema } from '@/lib/issues/schema'
import { askForLinkCheck } from '@/lib/preflight/commands/ask-for-link-check'

/** Has the links of an issue checked. */
export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => askForLinkCheck(actor, { ...input, id: params.issueId ?? '' }),
})
