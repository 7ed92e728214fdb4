import { writeRoute } from '@/lib/http/write-route'
import { acceptRequest } from '@/lib/storefront/commands/accept-request'
import { acceptRequestSchema } from '@/lib/storefront/schema'

/** Turns a request's hold into a booking. */
export const POST = writeRoute({
  input: acceptRequestSchema,
  run: ({ actor, input, params }) => acceptRequest(actor, { ...input, requestId: params.requestId ?? '' }),
})
