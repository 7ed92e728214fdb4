import { removeDraft } from '@/lib/captures/commands/remove-draft'
import { writeRoute } from '@/lib/http/write-route'
import { commandSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => removeDraft(actor, { ...input, id: params.issueId ?? '' }),
})
