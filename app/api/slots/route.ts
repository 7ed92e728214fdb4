import { writeRoute } from '@/lib/http/write-route'
import { bookSeries } from '@/lib/sponsors/commands/book-series'
import { bookSeriesSchema } from '@/lib/sponsors/schema'

/** Books a placement, once or as a series. */
export const POST = writeRoute({
  input: bookSeriesSchema,
  run: ({ actor, input }) => bookSeries(actor, input),
})
