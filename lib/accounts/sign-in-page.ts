import type { AppError } from '@/lib/errors/app-error'

/**
 * The sign-in page, told what went wrong by a code that it has a text for, and what had been typed. The text itself is
 * not in the address, or anybody could make our page say anything.
 */
export function signInPage(told: {
  error: AppError
  email?: string | undefined
  next?: string | undefined
}): string {
  const query = new URLSearchParams({ problem: told.error.fields.email ? 'email' : told.error.code })
  if (told.email) query.set('email', told.email.slice(0, 254))
  if (told.next) query.set('next', told.next.slice(0, 2000))
  return `/sign-in?${query}`
}
