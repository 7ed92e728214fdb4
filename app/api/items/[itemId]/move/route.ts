import { writeRoute } from '@/lib/http/write-route'
import { moveItem } from '@/lib/issues/commands/move-item'
import { moveItemSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: moveItemSchema,
  run: ({ actor, input, params }) => moveItem(actor, { ...input, id: params.itemId ?? '' }),
})
