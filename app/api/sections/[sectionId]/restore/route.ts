import { writeRoute } from '@/lib/http/write-route'
import { restoreSection } from '@/lib/issues/commands/remove-section'
import { undoRemovalSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: undoRemovalSchema,
  run: ({ actor, input, params }) => restoreSection(actor, { ...input, id: params.sectionId ?? '' }),
})
