import { startProvider } from '@/lib/accounts/provider-flow'
import { configuredProviders } from '@/lib/accounts/providers'
import { startProviderSchema } from '@/lib/accounts/schema'
import { describeFlow, setFlowCookies } from '@/lib/accounts/session-response'
import { signInPage } from '@/lib/accounts/sign-in-page'
import { notFound } from '@/lib/errors/app-error'
import { guestRoute } from '@/lib/http/write-route'

/** Begins signing in with GitHub or Google: sends the browser there. */
export const POST = guestRoute({
  input: startProviderSchema,
  maxBytes: 8 * 1024,
  run: async ({ input }) => {
    if (!configuredProviders().includes(input.provider)) throw notFound('way to sign in')
    const answer = await startProvider(await describeFlow(), input.provider, input.next)
    await setFlowCookies(answer)
    return { location: answer.location }
  },
  back: (outcome, { next }) =>
    'error' in outcome ? signInPage({ error: outcome.error, next }) : outcome.result.location,
})
