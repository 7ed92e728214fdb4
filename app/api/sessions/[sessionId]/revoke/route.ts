import { z } from 'zod'
import { revokeSession } from '@/lib/accounts/commands/revoke-session'
import { writeRoute } from '@/lib/http/write-route'

/** Ends one session: one's own, or as owner anybody's. */
export const POST = writeRoute({
  input: z.strictObject({}),
  run: ({ actor, params }) => revokeSession(actor, { sessionId: params.sessionId ?? '' }),
})
