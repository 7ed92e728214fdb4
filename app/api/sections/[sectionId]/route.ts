import { writeRoute } from '@/lib/http/write-route'
import { saveSection } from '@/lib/issues/commands/save-section'
import { saveSectionSchema } from '@/lib/issues/schema'

export const PATCH = writeRoute({
  input: saveSectionSchema,
  run: ({ actor, input, params }) => saveSection(actor, { ...input, id: params.sectionId ?? '' }),
})
