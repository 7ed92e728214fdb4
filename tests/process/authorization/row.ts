import type { UserActor } from '@/lib/accounts/schema'
import type { Who } from './people'

/** Who may: everybody; everybody signed in; those of the studio; owners. */
export type Access = 'anyone' | 'signed-in' | 'studio' | 'owner'

/** What one call needs: the ids of its address, and what it sends besides the command id. */
export type Call = { params?: Record<string, string>; body?: Record<string, unknown> }

export type Row = {
  access: Access
  /** Makes what the call is about, anew for each call. */
  make?: (actor: UserActor | null) => Promise<Call>
  /** The status for those who may, when it is not 200. */
  ok?: number
  /** The address, where the server has it elsewhere than the file says. */
  path?: string
  /** Its body has no command id, since it isn't sent by the studio. */
  bare?: boolean
}

const allowed: Record<Access, readonly Who[]> = {
  anyone: ['guest', 'SPONSOR', 'EDITOR', 'OWNER', 'disabled owner', 'revoked session'],
  'signed-in': ['SPONSOR', 'EDITOR', 'OWNER'],
  studio: ['EDITOR', 'OWNER'],
  owner: ['OWNER'],
}
const signedOut: readonly Who[] = ['guest', 'disabled owner', 'revoked session']

/** Whether this person gets what is there. */
export function isAllowed(row: Row, who: Who): boolean {
  return allowed[row.access].includes(who)
}

/** The statuses that are right for this person; a page answers otherwise than a handler. */
export function expectedStatuses(row: Row, who: Who, isPage: boolean): number[] {
  if (isAllowed(row, who)) return [row.ok ?? 200]
  if (signedOut.includes(who)) return [isPage ? 307 : 401]
  // A sponsor is sent away from the studio; an editor finds nothing at an owner's page.
  if (isPage) return [who === 'SPONSOR' ? 307 : 404]
  return [403, 404]
}
