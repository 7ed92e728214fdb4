import { beforeEach, describe, expect, it } from 'vitest'
import { renameSelf } from '@/lib/accounts/commands/rename-self'
import { revokeSession } from '@/lib/accounts/commands/revoke-session'
import { signOutEverywhere } from '@/lib/accounts/commands/sign-out-everywhere'
import { listSessions } from '@/lib/accounts/queries/list-sessions'
import { db } from '@/lib/db/db'
import { makePerson, makeSession } from '@/lib/testing/actors'
import { testDatabase } from '@/lib/testing/test-database'

const call = () => ({ commandId: crypto.randomUUID() })
const database = testDatabase()
beforeEach(database.empty)

const live = (userId: string) => db().session.count({ where: { userId, revokedAt: null } })

describe('a session', () => {
  it('is revoked by its person, once', async () => {
    const ada = await makePerson()
    const [one, two] = [await makeSession(ada.id), await makeSession(ada.id)]
    await revokeSession(ada, { ...call(), sessionId: one })
    expect((await listSessions(ada, ada.id)).map(({ id }) => id)).toEqual([two])
    await expect(revokeSession(ada, { ...call(), sessionId: one })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('of somebody else is the owner’s business alone, and for others does not exist', async () => {
    const ada = await makePerson()
    const sessionId = await makeSession(ada.id)
    for (const other of [await makePerson('EDITOR'), await makePerson('SPONSOR')]) {
      await expect(revokeSession(other, { ...call(), sessionId })).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(signOutEverywhere(other, { ...call(), personId: ada.id })).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(listSessions(other, ada.id)).rejects.toMatchObject({ code: 'not_found' })
    }
    const owner = await makePerson('OWNER')
    expect(await listSessions(owner, ada.id)).toHaveLength(1)
    await revokeSession(owner, { ...call(), sessionId })
    expect(await live(ada.id)).toBe(0)
  })

  it('ends everywhere, for one person, with the links not yet used', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()]
    for (const { id } of [ada, ada, bob]) await makeSession(id)
    const token = { userId: ada.id, tokenHash: new Uint8Array(32), expiresAt: new Date(Date.now() + 60_000) }
    await db().signInToken.create({ data: token })
    await signOutEverywhere(ada, { ...call(), personId: ada.id })
    expect([await live(ada.id), await live(bob.id), await db().signInToken.count()]).toEqual([0, 1, 0])
  })

  it('that is idle or revoked is not listed', async () => {
    const ada = await makePerson()
    await makeSession(ada.id, { seenAt: new Date(Date.now() - 31 * 86_400_000) })
    await makeSession(ada.id, { revokedAt: new Date() })
    expect(await listSessions(ada, ada.id)).toEqual([])
  })
})

it('a person gives themselves a name', async () => {
  const ada = await makePerson('EDITOR', { name: '' })
  await renameSelf(ada, { ...call(), name: 'Ada Lovelace' })
  expect((await db().user.findUniqueOrThrow({ where: { id: ada.id } })).name).toBe('Ada Lovelace')
})
