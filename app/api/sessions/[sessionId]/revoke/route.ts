import { revokeSession } from '@/lib/accounts/commands/revoke-session'
import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Ends one session: one's own, or as owner anybody's. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => revokeSession(actor, { ...input, sessionId: params.sessionId ?? '' }),
})
