import { log } from '@/lib/log/log'
import { lapseRequests } from '@/lib/storefront/commands/lapse-requests'

/** Gives back the places of requests that nobody answered in time. */
export async function lapseRequestsDue(): Promise<void> {
  const lapsed = await lapseRequests()
  if (lapsed.length > 0) log().info({ lapsed }, 'Requests lapsed')
}
