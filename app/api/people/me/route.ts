import { renameSelf } from '@/lib/accounts/commands/rename-self'
import { renameSelfSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Changes one's own name. */
export const PATCH = writeRoute({
  input: renameSelfSchema,
  run: ({ actor, input }) => renameSelf(actor, input),
})
