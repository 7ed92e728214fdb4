import type { NextAuthOptions } from 'next-auth'
import { openSession } from '@/lib/accounts/commands/open-session'
import { returnPath } from '@/lib/accounts/rules'
import { cookieMaxAge, isSecure, sealSession, unsealSession } from '@/lib/accounts/session-cookie'
import { db, transaction } from '@/lib/db/db'
import { sessionSecret } from '@/lib/env/secrets'
import { log } from '@/lib/log/log'

export type Providers = NextAuthOptions['providers']

/** The person whom one of these verified addresses admits: invited or here already, and not disabled. */
async function findAdmitted(verified: readonly string[] = []): Promise<string | null> {
  const addresses = verified.map((email) => email.toLowerCase())
  const people = await db().user.findMany({
    where: { email: { in: addresses }, disabledAt: null },
    select: { id: true, email: true },
  })
  people.sort((a, b) => addresses.indexOf(a.email) - addresses.indexOf(b.email))
  return people[0]?.id ?? null
}

/** How next-auth is set up: it proves who comes; the session is a row of ours, as with a mailed link. */
export function providerOptions(providers: Providers, device: string): NextAuthOptions {
  return {
    providers,
    secret: sessionSecret(),
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: cookieMaxAge },
    jwt: {
      encode: ({ token }) => sealSession(String(token?.sid)),
      decode: async ({ token }) => ({ sid: (await unsealSession(token)) ?? '' }),
    },
    callbacks: {
      signIn: async ({ user }) =>
        (await findAdmitted(user.verified)) !== null || '/sign-in?problem=not-invited',
      jwt: async ({ user, account }) => {
        const userId = await findAdmitted(user?.verified)
        if (!userId || !account) throw new Error('The person was disabled while signing in')
        return { sid: await transaction((tx) => openSession(tx, userId, device, account.provider)) }
      },
      redirect: async ({ url, baseUrl }) => {
        const path = url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url
        return new URL(returnPath(path), baseUrl).href
      },
    },
    logger: {
      error: (code) => log().warn({ code }, 'Signing in with a provider failed'),
      warn: () => {},
      debug: () => {},
    },
  }
}
