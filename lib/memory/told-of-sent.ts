import { env } from '@/lib/env/env'
import { type CanonicalLink, canonicalLink } from '@/lib/links/rules'
import type { SentBefore } from './find-sent'
import { isStanding } from './rules'
import type { Note } from './schema'
import { isExempt } from './status-pages'

/**
 * The link that memory looks for; null where it is none, or one whose repeats nobody minds.
 * @param exemptHosts of the settings
 */
export function linkToAsk(url: string, exemptHosts: readonly string[]): CanonicalLink | null {
  const link = canonicalLink(url)
  const own = canonicalLink(env().APP_URL)
  return link && link.host !== own?.host && !isExempt(link, exemptHosts) ? link : null
}

/** A link to a whole site stands in the words of many items, of which it says nothing. */
const isWholeSite = ({ canonical, host }: CanonicalLink) => canonical === `https://${host}`

/** What is told of where a link was sent: nothing of one that always stands there. */
export function notesOfSent(link: CanonicalLink, { own, mentioned }: SentBefore): Note[] {
  if (own) return isStanding(own.issuesLately) ? [] : [{ kind: 'sent', issues: own.issues, ...own.item }]
  if (!mentioned || isWholeSite(link) || isStanding(mentioned.issuesLately)) return []
  return [{ kind: 'mentioned', ...mentioned.item }]
}
