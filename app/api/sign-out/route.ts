import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { revokeSession } from '@/lib/accounts/commands/revoke-session'
import { signOutEverywhere } from '@/lib/accounts/commands/sign-out-everywhere'
import { currentSession } from '@/lib/accounts/session'
import { clearSessionCookie } from '@/lib/accounts/session-response'
import { writeRoute } from '@/lib/http/write-route'

/** Ends this session, or with `everywhere` all of one's own. Somebody already signed out ends up the same. */
export const POST = writeRoute({
  input: z.strictObject({ commandId: z.uuid().optional(), everywhere: z.literal('yes').optional() }),
  run: async ({ actor, input }) => {
    const sessionId = (await currentSession())?.sessionId
    const commandId = input.commandId ?? randomUUID()
    if (input.everywhere) await signOutEverywhere(actor, { commandId, personId: actor.id })
    else if (sessionId) await revokeSession(actor, { commandId, sessionId })
    await clearSessionCookie()
    return { signedOut: true }
  },
  back: () => '/sign-in?notice=signed-out',
})
