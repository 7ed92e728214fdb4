import { writeRoute } from '@/lib/http/write-route'
import { leaveWaitlist } from '@/lib/sponsors/commands/waitlist'
import { leaveWaitlistSchema } from '@/lib/sponsors/schema'

/** Takes a company off a waitlist. */
export const POST = writeRoute({
  input: leaveWaitlistSchema,
  run: ({ actor, input, params }) => leaveWaitlist(actor, { ...input, waitId: params.waitId ?? '' }),
})
