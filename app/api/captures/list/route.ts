import { addList } from '@/lib/captures/commands/add-list'
import { addListSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Brings a list into the inbox: addresses, one a line, or Markdown. */
export const POST = writeRoute({
  input: addListSchema,
  maxBytes: 2 * 1024 * 1024,
  run: ({ actor, input }) => addList(actor, input),
})
