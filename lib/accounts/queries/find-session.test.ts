import { encode } from 'next-auth/jwt'
import { afterEach, describe, expect, it } from 'vitest'
import { findSession } from '@/lib/accounts/queries/find-session'
import { sealSession, sessionCookieName, sessionCookieOptions } from '@/lib/accounts/session-cookie'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { env, setEnv } from '@/lib/env/env'
import { sessionSecret } from '@/lib/env/secrets'
import { makePerson, makeSession } from '@/lib/testing/actors'
import { testDatabase } from '@/lib/testing/test-database'

testDatabase()
afterEach(() => setClock(null))

const noon = Date.UTC(2026, 10, 22, 12)
const second = 1000
const day = 86_400 * second

describe('a session', () => {
  it('names its person', async () => {
    const ada = await makePerson('OWNER')
    const sessionId = await makeSession(ada.id)
    expect(await findSession(await sealSession(sessionId))).toEqual({
      actor: { kind: 'user', id: ada.id, name: 'Robin', role: 'OWNER' },
      email: ada.email,
      sessionId,
    })
  })

  it('names by address whoever has no name', async () => {
    const nameless = await makePerson('EDITOR', { name: '' })
    const found = await findSession(await sealSession(await makeSession(nameless.id)))
    expect(found?.actor.name).toBe(nameless.email)
  })

  it('is noted as seen at most once a minute', async () => {
    const ada = await makePerson()
    const id = await makeSession(ada.id, { seenAt: new Date(noon) })
    const cookie = await sealSession(id)
    const seen = async (after: number) => {
      setClock(() => new Date(noon + after))
      await findSession(cookie)
      return (await db().session.findUniqueOrThrow({ where: { id } })).seenAt.getTime() - noon
    }
    expect(await seen(59 * second)).toBe(0)
    expect(await seen(60 * second)).toBe(60 * second)
    expect(await seen(119 * second)).toBe(60 * second)
  })

  it.each([
    ['revoked', { revokedAt: new Date() }, {}],
    ['idle for 30 days', { seenAt: new Date(Date.now() - 30 * day) }, {}],
    ['of a disabled person', {}, { disabledAt: new Date() }],
  ])('signs nobody in when it is %s', async (_, session, person) => {
    const ada = await makePerson('EDITOR', person)
    expect(await findSession(await sealSession(await makeSession(ada.id, session)))).toBeNull()
  })

  it('follows a change of role at once', async () => {
    const ada = await makePerson('OWNER')
    const cookie = await sealSession(await makeSession(ada.id))
    await db().user.update({ where: { id: ada.id }, data: { role: 'EDITOR' } })
    expect((await findSession(cookie))?.actor.role).toBe('EDITOR')
  })
})

describe('a cookie that is not ours', () => {
  it.each([undefined, '', 'x', 'a.b.c', `${'A'.repeat(4000)}`])('%s', async (value) => {
    expect(await findSession(value)).toBeNull()
  })

  it('sealed with another secret, too old, or naming no row', async () => {
    const id = await makeSession((await makePerson()).id)
    const other = await encode({ token: { sid: id }, secret: 'another secret of thirty-two letters' })
    const old = await encode({ token: { sid: id }, secret: sessionSecret(), maxAge: -60 })
    const nowhere = await sealSession('01936c2e-7b1a-7c3d-8e4f-0123456789ab')
    const odd = await encode({ token: { sid: { not: 'x' } }, secret: sessionSecret() })
    for (const cookie of [other, old, nowhere, odd]) expect(await findSession(cookie)).toBeNull()
  })
})

it('is Secure exactly where readers come by https', () => {
  const before = env().APP_URL
  setEnv({ APP_URL: 'https://news.example' })
  expect(sessionCookieName()).toBe('__Secure-next-auth.session-token')
  expect(sessionCookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
  setEnv({ APP_URL: 'http://localhost:3000' })
  expect(sessionCookieName()).toBe('next-auth.session-token')
  expect(sessionCookieOptions().secure).toBe(false)
  setEnv({ APP_URL: before })
})
