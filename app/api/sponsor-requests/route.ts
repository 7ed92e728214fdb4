import { describeClient } from '@/lib/accounts/session-response'
import { keepForm } from '@/lib/forms/commands/keep-form'
import { guestRoute } from '@/lib/http/write-route'
import { sendRequest } from '@/lib/storefront/commands/send-request'
import { requestForm } from '@/lib/storefront/rules'
import { sendRequestSchema } from '@/lib/storefront/schema'

/** Asks for a placement on a date. Answers the same whether the address is known or not. */
export const POST = guestRoute({
  input: sendRequestSchema,
  maxBytes: 64 * 1024,
  run: async ({ input }) => sendRequest(input, (await describeClient()).address),
  back: (outcome, sent) =>
    'error' in outcome ? keepForm(requestForm, outcome.error, sent) : '/sponsor-us/sent',
})
