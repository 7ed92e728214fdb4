import { readQuery } from '@/lib/http/read-query'
import { readRoute } from '@/lib/http/read-route'
import { suggestSchema } from '@/lib/memory/schema'
import { suggestItems } from '@/lib/memory/suggest'

/** Earlier items that a blurb may lead to, by what was typed of their headlines. */
export const GET = readRoute(({ actor, request }) => suggestItems(actor, readQuery(request, suggestSchema).q))
