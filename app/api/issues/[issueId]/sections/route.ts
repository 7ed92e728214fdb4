import { writeRoute } from '@/lib/http/write-route'
import { addSection } from '@/lib/issues/commands/add-section'
import { addSectionSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: addSectionSchema,
  run: ({ actor, input, params }) => addSection(actor, { ...input, issueId: params.issueId ?? '' }),
})
