import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'
import { removeDemoContent } from '@/lib/publishing/commands/remove-demo-content'

/** Removes what the demo brought, once the publication has an owner of its own. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input }) => removeDemoContent(actor, input),
})
