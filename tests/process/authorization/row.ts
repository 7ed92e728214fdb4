import type { UserActor } from '@/lib/accounts/schema'
import { everybody, type Who } from './people'

/**
 * Who may: everybody; everybody signed in; those of the studio; owners; contacts of sponsors; the contacts of the very
 * company; those and the studio.
 */
export type Access = 'anyone' | 'signed-in' | 'studio' | 'owner' | 'contact' | 'own contact' | 'own or studio'

/** What one call needs: the ids of its address, and what it sends besides the command id. */
export type Call = {
  params?: Record<string, string>
  body?: Record<string, unknown>
  headers?: Record<string, string>
  /** Sent with it, as a form in parts. */
  image?: Uint8Array<ArrayBuffer>
}

export type Row = {
  access: Access
  /** Makes what the call is about, anew for each call. */
  make?: (actor: UserActor | null, sponsorId?: string) => Promise<Call>
  /** The status for those who may, when it is not 200. */
  ok?: number
  /** The address, where the server has it elsewhere than the file says. */
  path?: string
  /** It is about what there is one of, so that people ask one after another. */
  single?: boolean
  /** A token lets in, no cookie does: the Origin says nothing. */
  anyOrigin?: boolean
  /** Its body has no command id, since it isn't sent by the studio. */
  bare?: boolean
}

const allowed: Record<Access, readonly Who[]> = {
  anyone: everybody,
  'signed-in': ['SPONSOR', 'SPONSOR with contact', 'EDITOR', 'OWNER'],
  studio: ['EDITOR', 'OWNER'],
  owner: ['OWNER'],
  contact: ['contact', 'SPONSOR with contact', 'foreign contact'],
  'own contact': ['contact', 'SPONSOR with contact'],
  'own or studio': ['contact', 'SPONSOR with contact', 'EDITOR', 'OWNER'],
}
const sponsors: readonly Who[] = ['SPONSOR', 'SPONSOR with contact']
const withSession: readonly Who[] = [...sponsors, 'EDITOR', 'OWNER']
const forContacts: readonly Access[] = ['contact', 'own contact']

/** One who gets what is there, if only it is there. */
export const whoMay = (row: Row): Who => (forContacts.includes(row.access) ? 'contact' : 'OWNER')

/** Whether this person gets what is there. */
export function isAllowed(row: Row, who: Who): boolean {
  return allowed[row.access].includes(who)
}

/** The statuses that are right for this person; a page answers otherwise than a handler. */
export function expectedStatuses(row: Row, who: Who, isPage: boolean): number[] {
  if (isAllowed(row, who)) return [row.ok ?? 200]
  if (row.access === 'own or studio') return [404]
  if (row.access === 'own contact' && who === 'foreign contact') return [404]
  if (!withSession.includes(who) || forContacts.includes(row.access)) return [isPage ? 307 : 401]
  // A sponsor is sent away from the studio; an editor finds nothing at an owner's page.
  if (isPage) return [sponsors.includes(who) ? 307 : 404]
  return [403, 404]
}

/** Where a page sends somebody who may not see it: a sponsor from the studio to the portal, which knows its own. */
export function sentTo(row: Row, who: Who): string {
  return sponsors.includes(who) && !forContacts.includes(row.access) ? '/sponsor' : '/sign-in'
}
