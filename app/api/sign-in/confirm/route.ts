import { signIn } from '@/lib/accounts/commands/sign-in'
import { returnPath } from '@/lib/accounts/rules'
import { confirmSchema } from '@/lib/accounts/schema'
import { describeClient, setSessionCookie } from '@/lib/accounts/session-response'
import { guestRoute } from '@/lib/http/write-route'

/** Consumes the token of a sign-in link and sets the session. Its page shows what went wrong with a link. */
export const POST = guestRoute({
  input: confirmSchema,
  maxBytes: 8 * 1024,
  run: async ({ input }) => {
    await setSessionCookie(await signIn(input.token, (await describeClient()).device))
    return { next: returnPath(input.next) }
  },
  back: (outcome, { token = '', next = '' }) => {
    if ('result' in outcome) return outcome.result.next
    return `/sign-in/confirm?${new URLSearchParams({ token, next })}`
  },
})
