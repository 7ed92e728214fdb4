import { addFeeds } from '@/lib/feeds/commands/add-feeds'
import { addFeedsSchema } from '@/lib/feeds/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Follows feeds: addresses, one a line, or an OPML file. */
export const POST = writeRoute({
  input: addFeedsSchema,
  // Two megabytes of text, escaped in JSON.
  maxBytes: 4 * 1024 * 1024,
  run: ({ actor, input }) => addFeeds(actor, input),
})
