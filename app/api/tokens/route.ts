import { makeToken } from '@/lib/accounts/commands/make-token'
import { makeTokenSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** A new personal token, shown this once: no receipt keeps it. */
export const POST = writeRoute({
  input: makeTokenSchema,
  run: ({ actor, input }) => makeToken(actor, input),
})
