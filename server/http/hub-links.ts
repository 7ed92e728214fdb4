import { env } from '@/lib/env/env'
import { type Match, pageAddress } from './match-route'

/**
 * `Link` of a feed that the hub is told of: the hub, and the address to subscribe to
 * (https://www.w3.org/TR/websub/, 4: subscribers look here first). Nothing where there is no hub.
 */
export function hubLinks(match: Match): Record<string, string> {
  const { APP_URL, WEBSUB_HUB: hub } = env()
  if (!match.route.toldOf || !hub) return {}
  return { Link: `<${hub}>; rel="hub", <${APP_URL}${pageAddress(match, new URLSearchParams())}>; rel="self"` }
}
