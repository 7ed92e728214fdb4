import type { UserActor } from '@/lib/accounts/schema'
import { sealSession, sessionCookieName } from '@/lib/accounts/session-cookie'
import { makePerson, makeSession } from '@/lib/testing/actors'

/** Everybody who may come to an address. Those shut out are owners, so that only being shut out can stop them. */
export const everybody = ['guest', 'SPONSOR', 'EDITOR', 'OWNER', 'disabled owner', 'revoked session'] as const
export type Who = (typeof everybody)[number]

export type Visitor = { actor: UserActor | null; cookie: string }

/** A new person of that kind, with the cookie that their browser would send. */
export async function makeVisitor(who: Who): Promise<Visitor> {
  if (who === 'guest') return { actor: null, cookie: '' }
  const at = new Date()
  const role = who === 'SPONSOR' || who === 'EDITOR' ? who : 'OWNER'
  const actor = await makePerson(role, who === 'disabled owner' ? { disabledAt: at } : {})
  const session = await makeSession(actor.id, who === 'revoked session' ? { revokedAt: at } : {})
  return { actor, cookie: `${sessionCookieName()}=${await sealSession(session)}` }
}
