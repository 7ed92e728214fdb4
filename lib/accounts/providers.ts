import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Provider } from '@/lib/accounts/schema'
import { env } from '@/lib/env/env'

declare module 'next-auth' {
  interface User {
    /** Addresses that the provider has verified to be this person's, the preferred one first. */
    verified?: string[]
  }
}

/** Where the providers answer; a test has servers of its own. */
export type Endpoints = { githubSite: string; githubApi: string; googleDiscovery: string }

const publicEndpoints: Endpoints = {
  githubSite: 'https://github.com',
  githubApi: 'https://api.github.com',
  googleDiscovery: 'https://accounts.google.com/.well-known/openid-configuration',
}

/** Which ways of signing in, besides the mailed link, this instance is set up for. */
export function configuredProviders(): Provider[] {
  const { GITHUB_ID, GOOGLE_ID } = env()
  return [...(GITHUB_ID ? (['github'] as const) : []), ...(GOOGLE_ID ? (['google'] as const) : [])]
}

type GithubProfile = { id: number; emails: { email: string; primary: boolean; verified: boolean }[] }

/** Asks for the addresses themselves, since the profile's doesn't say whether it is verified. */
function github({ githubSite, githubApi }: Endpoints): OAuthConfig<GithubProfile> {
  return {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    issuer: `${githubSite}/login/oauth`,
    clientId: env().GITHUB_ID ?? '',
    clientSecret: env().GITHUB_SECRET ?? '',
    checks: ['pkce', 'state'],
    authorization: { url: `${githubSite}/login/oauth/authorize`, params: { scope: 'user:email' } },
    token: `${githubSite}/login/oauth/access_token`,
    userinfo: {
      async request({ tokens }) {
        const ask = async (path: string) => {
          const answer = await fetch(`${githubApi}${path}`, {
            headers: { authorization: `Bearer ${tokens.access_token}`, 'user-agent': 'gleaner' },
            signal: AbortSignal.timeout(10_000),
          })
          if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}`)
          return answer.json()
        }
        const [user, emails] = await Promise.all([ask('/user'), ask('/user/emails')])
        return { ...user, emails }
      },
    },
    profile({ id, emails }) {
      const verified = emails.filter((email) => email.verified).sort((a, b) => +b.primary - +a.primary)
      return { id: String(id), verified: verified.map(({ email }) => email) }
    },
  }
}

type GoogleProfile = { sub: string; email: string; email_verified: boolean }

function google({ googleDiscovery }: Endpoints): OAuthConfig<GoogleProfile> {
  return {
    id: 'google',
    name: 'Google',
    type: 'oauth',
    wellKnown: googleDiscovery,
    idToken: true,
    clientId: env().GOOGLE_ID ?? '',
    clientSecret: env().GOOGLE_SECRET ?? '',
    checks: ['pkce', 'state'],
    authorization: { params: { scope: 'openid email' } },
    profile({ sub, email, email_verified }) {
      return { id: sub, verified: email_verified === true ? [email] : [] }
    },
  }
}

/** next-auth's description of each provider that this instance is set up for. */
export function providerConfigs(endpoints = publicEndpoints): OAuthConfig<GithubProfile & GoogleProfile>[] {
  const all = { github: github(endpoints), google: google(endpoints) }
  return configuredProviders().map((name) => all[name] as OAuthConfig<GithubProfile & GoogleProfile>)
}
