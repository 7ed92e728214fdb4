import { writeRoute } from '@/lib/http/write-route'
import { addItem } from '@/lib/issues/commands/add-item'
import { addItemSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: addItemSchema,
  run: ({ actor, input, params }) => addItem(actor, { ...input, sectionId: params.sectionId ?? '' }),
})
