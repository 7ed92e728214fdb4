import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { revokeSession } from '@/lib/accounts/commands/revoke-session'
import { signOutEverywhere } from '@/lib/accounts/commands/sign-out-everywhere'
import { currentSession, requireActor } from '@/lib/accounts/session'
import { clearSessionCookie } from '@/lib/accounts/session-response'
import { signInPage } from '@/lib/accounts/sign-in-page'
import { guestRoute } from '@/lib/http/write-route'

/**
 * Ends this session, or with `everywhere` all of one's own. Somebody already signed out ends up the same; other
 * sessions can't be ended then, since nobody knows whose.
 */
export const POST = guestRoute({
  input: z.strictObject({ commandId: z.uuid().optional(), everywhere: z.literal('yes').optional() }),
  run: async ({ input }) => {
    const commandId = input.commandId ?? randomUUID()
    if (input.everywhere) {
      const actor = await requireActor()
      await signOutEverywhere(actor, { commandId, personId: actor.id })
    } else {
      const session = await currentSession()
      if (session) await revokeSession(session.actor, { commandId, sessionId: session.sessionId })
    }
    await clearSessionCookie()
    return { signedOut: true }
  },
  back: (outcome) =>
    'error' in outcome ? signInPage({ error: outcome.error }) : '/sign-in?notice=signed-out',
})
