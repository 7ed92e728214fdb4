import { writeRoute } from '@/lib/http/write-route'
import { answerRequest } from '@/lib/storefront/commands/answer-request'
import { answerRequestSchema } from '@/lib/storefront/schema'

/** Writes back to whoever asked, and keeps the place. */
export const POST = writeRoute({
  input: answerRequestSchema,
  run: ({ actor, input, params }) => answerRequest(actor, { ...input, requestId: params.requestId ?? '' }),
})
