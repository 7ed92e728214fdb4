import { returnItem } from '@/lib/captures/commands/return-item'
import { writeRoute } from '@/lib/http/write-route'
import { commandSchema } from '@/lib/issues/schema'

/** Takes an item out of its issue and into the inbox. */
export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => returnItem(actor, { ...input, itemId: params.itemId ?? '' }),
})
