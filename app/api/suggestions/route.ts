import { describeClient } from '@/lib/accounts/session-response'
import { keepForm } from '@/lib/forms/commands/keep-form'
import { guestRoute } from '@/lib/http/write-route'
import { sendSuggestion } from '@/lib/suggestions/commands/send-suggestion'
import { suggestionForm } from '@/lib/suggestions/rules'
import { sendSuggestionSchema } from '@/lib/suggestions/schema'

/** Suggests a link for an issue to come. */
export const POST = guestRoute({
  input: sendSuggestionSchema,
  maxBytes: 64 * 1024,
  run: async ({ input }) => sendSuggestion(input, (await describeClient()).address),
  back: (outcome, sent) =>
    'error' in outcome ? keepForm(suggestionForm, outcome.error, sent) : outcome.result.path,
})
