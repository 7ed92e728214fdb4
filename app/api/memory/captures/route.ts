import { readQuery } from '@/lib/http/read-query'
import { readRoute } from '@/lib/http/read-route'
import { recallCaptures } from '@/lib/memory/queries'
import { captureIdsSchema } from '@/lib/memory/schema'

/** Of captures, those that were sent before or stand in a draft. */
export const GET = readRoute(({ actor, request }) =>
  recallCaptures(actor, readQuery(request, captureIdsSchema).ids),
)
