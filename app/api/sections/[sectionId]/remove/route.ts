import { writeRoute } from '@/lib/http/write-route'
import { removeSection } from '@/lib/issues/commands/remove-section'
import { commandSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => removeSection(actor, { ...input, id: params.sectionId ?? '' }),
})
