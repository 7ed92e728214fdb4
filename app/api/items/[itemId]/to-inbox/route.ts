import { returnItem } from '@/lib/captures/commands/return-item'
import { returnItemSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Takes an item out of its issue and into the inbox. */
export const POST = writeRoute({
  input: returnItemSchema,
  run: ({ actor, input, params }) => returnItem(actor, { ...input, itemId: params.itemId ?? '' }),
})
