import { afterEach, describe, expect, it } from 'vitest'
import { createDemoLink } from '@/lib/accounts/commands/create-demo-link'
import { createSignInLink } from '@/lib/accounts/commands/create-sign-in-link'
import { forgetOldAccess } from '@/lib/accounts/commands/forget-old-access'
import { signIn } from '@/lib/accounts/commands/sign-in'
import { findSession } from '@/lib/accounts/queries/find-session'
import { readLink } from '@/lib/accounts/queries/read-link'
import { linkLifetime } from '@/lib/accounts/rules'
import { systemActor } from '@/lib/accounts/schema'
import { sealSession } from '@/lib/accounts/session-cookie'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { makePerson, makeSession } from '@/lib/testing/actors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
afterEach(async () => {
  setClock(null)
  await database.empty()
})

const shell = systemActor('test')
const noon = Date.UTC(2026, 10, 22, 12)
const at = (milliseconds: number) => setClock(() => new Date(noon + milliseconds))
const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? ''

describe('a sign-in link', () => {
  it('opens a session for its person', async () => {
    const ada = await makePerson('OWNER', { joinedAt: null })
    const token = tokenOf(await createSignInLink(shell, ` ${ada.email.toUpperCase()} `))
    const sessionId = await signIn(token, 'Firefox on Linux')
    const found = await findSession(await sealSession(sessionId))
    expect(found).toMatchObject({ email: ada.email, actor: { id: ada.id, role: 'OWNER' } })
    const { joinedAt } = await db().user.findUniqueOrThrow({ where: { id: ada.id } })
    expect(joinedAt).not.toBeNull()
  })

  it('is not kept where a copy of the database would give it away', async () => {
    const ada = await makePerson()
    const token = tokenOf(await createSignInLink(shell, ada.email))
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const kept = await db().$queryRaw<{ row: string }[]>`SELECT t::text AS row FROM "SignInToken" t`
    expect(kept).toHaveLength(1)
    expect(kept[0]?.row).not.toContain(token)
  })

  it('is consumed by exactly one of 50 at once', async () => {
    const token = tokenOf(await createSignInLink(shell, (await makePerson()).email))
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => signIn(token, 'x')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().session.count()).toBe(1)
  })

  it('is looked at a hundred times without being consumed', async () => {
    const ada = await makePerson()
    const token = tokenOf(await createSignInLink(shell, ada.email))
    const looks = await Promise.all(Array.from({ length: 100 }, () => readLink(token)))
    expect(new Set(looks.map((look) => JSON.stringify(look)))).toEqual(
      new Set([JSON.stringify({ state: 'usable', email: ada.email })]),
    )
    await signIn(token, 'x')
    expect(await readLink(token)).toEqual({ state: 'used' })
  })

  it('lasts until its time and not longer', async () => {
    at(0)
    const ada = await makePerson()
    const [early, late] = [
      tokenOf(await createSignInLink(shell, ada.email)),
      tokenOf(await createSignInLink(shell, ada.email)),
    ]
    at(linkLifetime.signIn - 1)
    await signIn(early, 'x')
    at(linkLifetime.signIn)
    await expect(signIn(late, 'x')).rejects.toMatchObject({ code: 'gone' })
    expect(await readLink(late)).toEqual({ state: 'expired' })
  })

  it.each(['', 'x', "' OR 1=1 --", 'x'.repeat(200)])('%j is none', async (token) => {
    await makePerson()
    await expect(signIn(token, 'x')).rejects.toMatchObject({ code: 'gone' })
    expect(await readLink(token)).toEqual({ state: 'unknown' })
  })

  it('is no good to a disabled person', async () => {
    const ada = await makePerson()
    const token = tokenOf(await createSignInLink(shell, ada.email))
    await db().user.update({ where: { id: ada.id }, data: { disabledAt: new Date() } })
    await expect(signIn(token, 'x')).rejects.toMatchObject({ code: 'gone' })
    expect(await readLink(token)).toEqual({ state: 'unknown' })
    await expect(createSignInLink(shell, ada.email)).rejects.toMatchObject({ code: 'wrong_state' })
  })

  it('is made for nobody who is not here, and by nobody without the shell', async () => {
    await expect(createSignInLink(shell, 'nobody@example.com')).rejects.toMatchObject({ code: 'not_found' })
    const owner = await makePerson('OWNER')
    await expect(createSignInLink(owner, owner.email)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await db().signInToken.count()).toBe(0)
  })
})

describe('the demo’s link', () => {
  const publish = (isDemo: boolean) => db().publication.create({ data: { name: 'SRE Weekly', isDemo } })

  it('is for the demo’s curator', async () => {
    await publish(true)
    await makePerson('SPONSOR', { isDemo: true })
    const curator = await makePerson('OWNER', { isDemo: true })
    await makePerson('OWNER')
    expect(await readLink(tokenOf(await createDemoLink(shell)))).toMatchObject({ email: curator.email })
  })

  it('is not made where there is no demo, or its curator was shut out', async () => {
    const curator = await makePerson('OWNER', { isDemo: true })
    expect(await createDemoLink(shell)).toBeNull()
    await publish(false)
    expect(await createDemoLink(shell)).toBeNull()
    await db().publication.update({ where: { id: 1 }, data: { isDemo: true } })
    await db().user.update({ where: { id: curator.id }, data: { disabledAt: new Date() } })
    expect(await createDemoLink(shell)).toBeNull()
  })
})

it('forgets what is long over, and nothing that is in use', async () => {
  at(0)
  const ada = await makePerson()
  await createSignInLink(shell, ada.email)
  const used = await makeSession(ada.id)
  await makeSession(ada.id, { revokedAt: new Date(noon) })
  await db().rateLimit.create({ data: { key: 'x', windowStart: new Date(noon), count: 1 } })
  const rows = () => Promise.all([db().signInToken.count(), db().session.count(), db().rateLimit.count()])
  at(linkLifetime.signIn)
  await forgetOldAccess()
  expect(await rows()).toEqual([1, 2, 1])
  at(61 * 86_400_000)
  await forgetOldAccess()
  expect(await rows()).toEqual([0, 1, 0])
  expect(await db().session.findMany({ select: { id: true } })).toEqual([{ id: used }])
})
