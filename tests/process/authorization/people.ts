import type { UserActor } from '@/lib/accounts/schema'
import { systemActor } from '@/lib/accounts/schema'
import { sealSession, sessionCookieName } from '@/lib/accounts/session-cookie'
import { db, transaction } from '@/lib/db/db'
import { makePortalLink } from '@/lib/sponsors/commands/portal-links'
import { makePerson, makeSession } from '@/lib/testing/actors'
import { makeSponsor } from '@/lib/testing/sponsors'

/** Everybody who may come to an address. Those shut out are owners, so that only being shut out can stop them. */
export const everybody = [
  'guest',
  'SPONSOR',
  'SPONSOR with contact',
  'EDITOR',
  'OWNER',
  'disabled owner',
  'revoked session',
  'contact',
  'foreign contact',
  'revoked contact',
] as const
export type Who = (typeof everybody)[number]

/** `sponsorId`: of a contact whose own things the call is to be about. */
export type Visitor = { actor: UserActor | null; cookie: string; sponsorId?: string }

/** A new person of that kind, with the cookie that their browser would send. */
export async function makeVisitor(who: Who): Promise<Visitor> {
  if (who === 'guest') return { actor: null, cookie: '' }
  if (who === 'SPONSOR with contact') return makeSignedInContact()
  if (who.endsWith('contact')) return makeContact(who)
  const at = new Date()
  const role = who === 'SPONSOR' || who === 'EDITOR' ? who : 'OWNER'
  const actor = await makePerson(role, who === 'disabled owner' ? { disabledAt: at } : {})
  const session = await makeSession(actor.id, who === 'revoked session' ? { revokedAt: at } : {})
  return { actor, cookie: `${sessionCookieName()}=${await sealSession(session)}` }
}

/** Somebody at a sponsor who signed in instead. */
async function makeSignedInContact(): Promise<Visitor> {
  const { id: sponsorId } = await makeSponsor()
  const person = await makePerson('SPONSOR')
  const { id: userId, email } = person
  await db().sponsorContact.create({ data: { sponsorId, email, userId } })
  const cookie = `${sessionCookieName()}=${await sealSession(await makeSession(userId))}`
  return { actor: person, cookie, sponsorId }
}

/** Somebody at a sponsor with a capability link; for a foreign one, the call is about another company's things. */
async function makeContact(who: Who): Promise<Visitor> {
  const { id, contact } = await makeSponsor()
  const link = await transaction((tx) => makePortalLink(tx, systemActor('test'), contact.id))
  const cookie = `gleaner.sponsor=${new URL(link).pathname.split('/').at(-1)}`
  if (who === 'revoked contact') {
    await db().portalLink.updateMany({ where: { contactId: contact.id }, data: { revokedAt: new Date() } })
  }
  return { actor: null, cookie, ...(who === 'foreign contact' ? {} : { sponsorId: id }) }
}
