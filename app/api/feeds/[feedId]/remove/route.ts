import { bareCommandSchema } from '@/lib/accounts/schema'
import { removeFeed } from '@/lib/feeds/commands/remove-feed'
import { writeRoute } from '@/lib/http/write-route'

/** Follows a feed no longer. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => removeFeed(actor, { ...input, feedId: params.feedId ?? '' }),
})
