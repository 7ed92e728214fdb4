import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FlowCookie, finishProvider, startProvider } from '@/lib/accounts/provider-flow'
import { configuredProviders, providerConfigs } from '@/lib/accounts/providers'
import { findSession } from '@/lib/accounts/queries/find-session'
import type { Provider } from '@/lib/accounts/schema'
import { sessionCookieName } from '@/lib/accounts/session-cookie'
import { db } from '@/lib/db/db'
import { env, setEnv } from '@/lib/env/env'
import { exportForNextAuth } from '@/lib/env/secrets'
import { makePerson } from '@/lib/testing/actors'
import { testDatabase } from '@/lib/testing/test-database'

// A provider of our own, speaking OAuth 2 as GitHub does and OpenID Connect as Google does, over real HTTP.
const database = testDatabase()
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
let server: Server
let origin: string
let says: {
  emails: { email: string; primary: boolean; verified: boolean }[]
  google: Record<string, unknown>
}
let verifiers: string[]

async function readAll(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

/** A JWT (RFC 7519) with what the provider says of the person. */
function signedIdToken(): string {
  const at = Math.floor(Date.now() / 1000)
  const claims = { sub: '1', iss: origin, aud: 'google-id', iat: at, exp: at + 300, ...says.google }
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${encode({ alg: 'RS256', kid: '1' })}.${encode(claims)}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), keys.privateKey).toString('base64url')}`
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const path = request.url ?? ''
  if (path === '/.well-known/openid-configuration') {
    return {
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }
  }
  if (path === '/keys')
    return { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), alg: 'RS256', kid: '1' }] }
  if (path.endsWith('token')) {
    verifiers.push((await readAll(request)).get('code_verifier') ?? '')
    const idToken = path.startsWith('/login') ? {} : { id_token: signedIdToken() }
    return { access_token: 'a', token_type: 'bearer', ...idToken }
  }
  return path === '/user' ? { id: 1, login: 'ada', email: 'unverified@example.com' } : says.emails
}

beforeAll(async () => {
  server = createServer((request, response) => {
    answer(request).then((value) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(value))
    }, response.destroy.bind(response))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  setEnv({ GITHUB_ID: 'github-id', GITHUB_SECRET: 's', GOOGLE_ID: 'google-id', GOOGLE_SECRET: 's' })
  exportForNextAuth()
})
afterAll(() => new Promise((done) => server.close(done)))
beforeEach(async () => {
  await database.empty()
  says = { emails: [], google: {} }
  verifiers = []
})

const providers = () =>
  providerConfigs({
    githubSite: origin,
    githubApi: origin,
    googleDiscovery: `${origin}/.well-known/openid-configuration`,
  })
const jar = (cookies: FlowCookie[]) => Object.fromEntries(cookies.map(({ name, value }) => [name, value]))

/** Goes there and back; `change` may meddle with what the provider sends back. */
async function signInWith(
  provider: Provider,
  next: string,
  change: (query: URLSearchParams) => void = () => {},
) {
  const start = await startProvider({ cookies: {}, device: 'Test' }, provider, next, providers())
  const state = new URL(start.location).searchParams.get('state') ?? ''
  const back = new URLSearchParams({ code: 'c', state, ...(provider === 'google' ? { iss: origin } : {}) })
  change(back)
  const request = { cookies: jar(start.cookies), device: 'Test' }
  const end = await finishProvider(request, provider, Object.fromEntries(back), providers())
  return { start, end, session: await findSession(jar(end.cookies)[sessionCookieName()]) }
}

describe('GitHub', () => {
  it('admits a verified address that was invited, by a session of ours', async () => {
    const ada = await makePerson('EDITOR', { joinedAt: null })
    says.emails = [
      { email: 'other@example.com', primary: true, verified: true },
      { email: ada.email.toUpperCase(), primary: false, verified: true },
    ]
    const { start, end, session } = await signInWith('github', '/admin/issues/3')
    expect(start.location).toContain(`${origin}/login/oauth/authorize?client_id=github-id`)
    expect(verifiers[0]).toMatch(/^.{43,}$/)
    expect(session?.actor.id).toBe(ada.id)
    expect(end.location).toBe(`${env().APP_URL}/admin/issues/3`)
    const kept = end.cookies.find(({ name }) => name === sessionCookieName())
    expect(kept?.expires?.getTime()).toBeGreaterThan(Date.now() + 300 * 86_400_000)
    expect(await db().user.count({ where: { joinedAt: null } })).toBe(0)
  })

  it.each([
    ['an address that was not invited', { verified: true }, {}],
    ['an address that it did not verify', { verified: false }, {}],
    ['somebody who was disabled', { verified: true }, { disabledAt: new Date() }],
  ])('does not admit %s', async (about, email, person) => {
    const ada = await makePerson('OWNER', person)
    const address = about.includes('not invited') ? 'else@example.com' : ada.email
    says.emails = [{ email: address, primary: true, ...email }]
    const { end, session } = await signInWith('github', '/admin')
    expect(session).toBeNull()
    expect(new URL(end.location, origin).search).toBe('?problem=not-invited')
    expect([await db().user.count(), await db().session.count()]).toEqual([1, 0])
  })

  it.each([
    ['a state of somebody else', (query: URLSearchParams) => query.set('state', 'x')],
    ['a refusal', (query: URLSearchParams) => query.set('error', 'access_denied')],
  ])('comes back with %s in vain', async (_, change) => {
    const ada = await makePerson('OWNER')
    says.emails = [{ email: ada.email, primary: true, verified: true }]
    const { end, session } = await signInWith('github', '/admin', change)
    expect(session).toBeNull()
    expect(end.location).toBe('/sign-in?problem=provider')
  })

  it('leads nowhere else', async () => {
    const ada = await makePerson('OWNER')
    says.emails = [{ email: ada.email, primary: true, verified: true }]
    const { end } = await signInWith('github', '//evil.example/')
    expect(end.location).toBe(`${env().APP_URL}/admin`)
  })
})

describe('Google', () => {
  it('admits a verified address that was invited', async () => {
    const ada = await makePerson('EDITOR')
    says.google = { email: ada.email, email_verified: true }
    expect((await signInWith('google', '/admin')).session?.actor.id).toBe(ada.id)
  })

  it('does not admit one that it did not verify', async () => {
    const ada = await makePerson('EDITOR')
    says.google = { email: ada.email, email_verified: false }
    expect((await signInWith('google', '/admin')).session).toBeNull()
  })
})

it('a provider is offered only where it is set up', () => {
  expect(configuredProviders()).toEqual(['github', 'google'])
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, ...rest } = env()
  setEnv({ ...rest, GITHUB_ID: undefined, GOOGLE_ID: undefined } as never)
  expect(configuredProviders()).toEqual([])
  expect(providerConfigs()).toEqual([])
  setEnv({ GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } as never)
})
