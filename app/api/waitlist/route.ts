import { writeRoute } from '@/lib/http/write-route'
import { joinWaitlist } from '@/lib/sponsors/commands/waitlist'
import { joinWaitlistSchema } from '@/lib/sponsors/schema'

/** Lets a company wait for a place that is taken. */
export const POST = writeRoute({
  input: joinWaitlistSchema,
  run: ({ actor, input }) => joinWaitlist(actor, input),
})
