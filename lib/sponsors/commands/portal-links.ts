import { randomBytes } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { type Tx, transaction } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { hashToken } from '@/lib/tokens/hash-token'

/**
 * A capability link for a contact: whoever holds it acts for that contact until it is revoked. The token, 256 random
 * bits, is in the link and nowhere else, so call this in the job or page that hands it over, never where a receipt or
 * a queue would keep it.
 */
export async function makePortalLink(
  tx: Tx,
  actor: Actor,
  contactId: string,
  path = '/sponsor',
): Promise<string> {
  if (!mayManageSponsors(actor)) throw notFound('contact')
  const contact = await tx.sponsorContact.findFirst({
    where: { id: contactId, removedAt: null, sponsor: { removedAt: null } },
    select: { sponsorId: true },
  })
  if (!contact) throw notFound('contact')
  const token = randomBytes(32).toString('base64url')
  await tx.portalLink.create({ data: { contactId, tokenHash: hashToken(token), createdAt: now() } })
  const { sponsorId: subjectId } = contact
  await recordAudit(tx, actor, { action: 'make-portal-link', subject: 'sponsor', subjectId })
  const url = new URL(`/sponsor/open/${token}`, env().APP_URL)
  if (path !== '/sponsor') url.searchParams.set('next', path)
  return url.href
}

/** The same for a page that shows the link, once. @throws AppError `not_found` */
export async function handPortalLink(actor: Actor, contactId: string): Promise<{ url: string }> {
  return { url: await transaction((tx) => makePortalLink(tx, actor, contactId)) }
}

/** Ends every link of a contact at once. @throws AppError `not_found` */
export async function revokePortalLinks(
  actor: Actor,
  input: { commandId: string; contactId: string },
): Promise<{ revoked: number }> {
  if (!mayManageSponsors(actor)) throw notFound('contact')
  return runCommand(actor, { id: input.commandId, name: 'revoke-portal-links' }, async (tx) => {
    const { contactId } = input
    const contact = await tx.sponsorContact.findUnique({
      where: { id: contactId },
      select: { sponsorId: true },
    })
    if (!contact) throw notFound('contact')
    const where = { contactId, revokedAt: null }
    const { count } = await tx.portalLink.updateMany({ where, data: { revokedAt: now() } })
    const detail = { links: count }
    const { sponsorId: subjectId } = contact
    await recordAudit(tx, actor, { action: 'revoke-portal-links', subject: 'sponsor', subjectId, detail })
    return { revoked: count }
  })
}
