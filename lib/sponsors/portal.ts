import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { signInPath } from '@/lib/accounts/rules'
import type { ContactActor } from '@/lib/accounts/schema'
import { currentSession } from '@/lib/accounts/session'
import { cookieMaxAge, isSecure, sessionCookieOptions } from '@/lib/accounts/session-cookie'
import { AppError } from '@/lib/errors/app-error'
import { findContactByToken, findContactOfUser } from './queries/find-contact'

const cookieName = () => (isSecure() ? '__Secure-gleaner.sponsor' : 'gleaner.sponsor')

/** How a contact came: by a capability link, whose browser can forget it, or signed in. */
export type InPortal = { contact: ContactActor; by: 'link' | 'session' }

/** The contact who makes this request; null for everybody else. Read once for each request of a page. */
export const currentContact = cache(async (): Promise<InPortal | null> => {
  const byLink = await findContactByToken((await cookies()).get(cookieName())?.value)
  if (byLink) return { contact: byLink, by: 'link' }
  const session = await currentSession()
  const signedIn = session && (await findContactOfUser(session.actor))
  return signedIn && { contact: signedIn, by: 'session' }
})

/** @throws AppError `unauthenticated` where the link was revoked, and for whoever is no contact */
export async function requireContact(): Promise<ContactActor> {
  const found = await currentContact()
  if (found) return found.contact
  throw new AppError(
    'unauthenticated',
    'This link no longer works. Ask the editors for a new one; what you typed is still in this page.',
  )
}

/** For pages of the portal: the contact, or the way to sign in. */
export async function requireContactPage(path: string): Promise<InPortal> {
  return (await currentContact()) ?? redirect(signInPath(path))
}

/** Remembers a capability link in this browser, until it is revoked or forgotten. */
export async function rememberLink(token: string): Promise<void> {
  const options = { ...sessionCookieOptions(), maxAge: cookieMaxAge }
  ;(await cookies()).set(cookieName(), token, options)
}

/** Forgets the link in this browser; the link itself goes on working. */
export async function forgetLink(): Promise<void> {
  ;(await cookies()).set(cookieName(), '', { ...sessionCookieOptions(), maxAge: 0 })
}
