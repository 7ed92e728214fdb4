import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { mayManagePeople, mayUseStudio } from '@/lib/accounts/policy'
import { findSession, type SignedIn } from '@/lib/accounts/queries/find-session'
import { signInPath } from '@/lib/accounts/rules'
import type { UserActor } from '@/lib/accounts/schema'
import { sessionCookieName } from '@/lib/accounts/session-cookie'
import { AppError } from '@/lib/errors/app-error'

/** Who makes this request, and by which session; null for a guest. Read once for each request of a page. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  return findSession((await cookies()).get(sessionCookieName())?.value)
})

/** Who makes this request; null for a guest. */
async function currentUser(): Promise<UserActor | null> {
  return (await currentSession())?.actor ?? null
}

/**
 * Who makes this request.
 * @throws AppError `unauthenticated` for a guest, and when the session has ended or was revoked
 */
export async function requireActor(): Promise<UserActor> {
  const actor = await currentUser()
  if (actor) return actor
  throw new AppError(
    'unauthenticated',
    'You are signed out. Sign in again to go on; nothing you typed is lost.',
  )
}

/**
 * For pages of the studio: the signed-in person, if this is one who works there. Sends a guest to sign in and back
 * to `path`, a sponsor's contact to the portal, which lets in whoever has a company.
 */
export async function requireStudioPage(path: string): Promise<SignedIn> {
  const session = await currentSession()
  if (session && mayUseStudio(session.actor)) return session
  redirect(session ? '/sponsor' : signInPath(path))
}

/** For pages of the owner's alone; for other people of the studio they don't exist. */
export async function requireOwnerPage(path: string): Promise<SignedIn> {
  const session = await requireStudioPage(path)
  if (!mayManagePeople(session.actor)) notFound()
  return session
}
