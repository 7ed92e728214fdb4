import { writeRoute } from '@/lib/http/write-route'
import { moveSection } from '@/lib/issues/commands/move-section'
import { moveSectionSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: moveSectionSchema,
  run: ({ actor, input, params }) => moveSection(actor, { ...input, id: params.sectionId ?? '' }),
})
