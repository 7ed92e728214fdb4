import { readQuery } from '@/lib/http/read-query'
import { readRoute } from '@/lib/http/read-route'
import { recall } from '@/lib/memory/queries'
import { recallSchema } from '@/lib/memory/schema'

/** What the archive, the drafts and the inbox know of an item that is being written. */
export const GET = readRoute(({ actor, request }) => recall(actor, readQuery(request, recallSchema)))
