import { requestSignInLink } from '@/lib/accounts/commands/request-sign-in-link'
import { requestLinkSchema } from '@/lib/accounts/schema'
import { describeClient } from '@/lib/accounts/session-response'
import { signInPage } from '@/lib/accounts/sign-in-page'
import { guestRoute } from '@/lib/http/write-route'

/** Asks for a sign-in link. Answers the same whether the address is known or not. */
export const POST = guestRoute({
  input: requestLinkSchema,
  maxBytes: 8 * 1024,
  run: async ({ input }) => {
    await requestSignInLink(input, (await describeClient()).address)
    return { asked: true }
  },
  back: (outcome, { email, next }) =>
    'error' in outcome ? signInPage({ error: outcome.error, email, next }) : '/sign-in/sent',
})
