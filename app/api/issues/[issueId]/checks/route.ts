import { readRoute } from '@/lib/http/read-route'
import { loadChecks } from '@/lib/preflight/queries'

/** What is known of the links of an issue as it is saved: for the findings. */
export const GET = readRoute(({ actor, params }) => loadChecks(actor, params.issueId ?? ''))
