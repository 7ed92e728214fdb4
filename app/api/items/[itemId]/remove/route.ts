import { writeRoute } from '@/lib/http/write-route'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { commandSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: commandSchema,
  run: ({ actor, input, params }) => removeItem(actor, { ...input, id: params.itemId ?? '' }),
})
