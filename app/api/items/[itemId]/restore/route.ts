import { writeRoute } from '@/lib/http/write-route'
import { restoreItem } from '@/lib/issues/commands/remove-item'
import { undoRemovalSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: undoRemovalSchema,
  run: ({ actor, input, params }) => restoreItem(actor, { ...input, id: params.itemId ?? '' }),
})
