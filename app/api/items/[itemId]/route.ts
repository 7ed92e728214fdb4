import { writeRoute } from '@/lib/http/write-route'
import { saveItem } from '@/lib/issues/commands/save-item'
import { saveItemSchema } from '@/lib/issues/schema'

export const PATCH = writeRoute({
  input: saveItemSchema,
  run: ({ actor, input, params }) => saveItem(actor, { ...input, id: params.itemId ?? '' }),
})
