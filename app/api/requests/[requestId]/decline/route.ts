import { writeRoute } from '@/lib/http/write-route'
import { declineRequest } from '@/lib/storefront/commands/answer-request'
import { answerRequestSchema } from '@/lib/storefront/schema'

/** Says no to a request, with the reason. */
export const POST = writeRoute({
  input: answerRequestSchema,
  run: ({ actor, input, params }) => declineRequest(actor, { ...input, requestId: params.requestId ?? '' }),
})
