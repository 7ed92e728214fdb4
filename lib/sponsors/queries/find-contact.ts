import type { ContactActor, UserActor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { linkWorks } from '@/lib/sponsors/link-rules'
import { hashToken } from '@/lib/tokens/hash-token'

type Found = { id: string; name: string; email: string; sponsorId: string; sponsor: { name: string } }

const present = { removedAt: null, sponsor: { removedAt: null, isHouse: false } }
const select = { id: true, name: true, email: true, sponsorId: true, sponsor: { select: { name: true } } }
const actorOf = ({ id, name, email, sponsorId, sponsor }: Found): ContactActor => ({
  kind: 'contact',
  id,
  name: name || email,
  sponsorId,
  company: sponsor.name,
})

/** The contact whom a capability link's token stands for; null once it is revoked or lapsed, or the contact removed. */
export async function findContactByToken(token: string | undefined): Promise<ContactActor | null> {
  if (!token || token.length > 200) return null
  const link = await db().portalLink.findFirst({
    where: { tokenHash: hashToken(token), contact: present },
    select: { id: true, createdAt: true, lastUsedAt: true, revokedAt: true, contact: { select } },
  })
  const at = now()
  if (!link || !linkWorks(link, at)) return null
  if (!link.lastUsedAt || at.getTime() - link.lastUsedAt.getTime() > 60_000) {
    await db().portalLink.updateMany({ where: { id: link.id }, data: { lastUsedAt: at } })
  }
  return actorOf(link.contact)
}

/** The contact that a signed-in person of role SPONSOR is; null for everybody else. */
export async function findContactOfUser(user: UserActor): Promise<ContactActor | null> {
  if (user.role !== 'SPONSOR') return null
  const contact = await db().sponsorContact.findFirst({ where: { userId: user.id, ...present }, select })
  return contact && actorOf(contact)
}
