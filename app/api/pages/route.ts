import { findService } from '@/lib/archive/service-names'
import { readRoute } from '@/lib/http/read-route'
import { parseInput } from '@/lib/http/write-route'
import { findPage } from '@/lib/pages/queries'
import { pageFilterSchema } from '@/lib/pages/schema'

/** What the page at an address says of itself, and what its service is called in lists. */
export const GET = readRoute(async ({ actor, request }) => {
  const { address } = parseInput(pageFilterSchema, Object.fromEntries(new URL(request.url).searchParams))
  const [page, service] = await Promise.all([findPage(actor, address), findService(actor, address)])
  return { page, service }
})
