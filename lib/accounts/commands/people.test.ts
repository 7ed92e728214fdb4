import { beforeEach, describe, expect, it } from 'vitest'
import { changeRole } from '@/lib/accounts/commands/change-role'
import { disablePerson } from '@/lib/accounts/commands/disable-person'
import { enablePerson } from '@/lib/accounts/commands/enable-person'
import { invitePerson } from '@/lib/accounts/commands/invite-person'
import { resendInvitation } from '@/lib/accounts/commands/resend-invitation'
import { withdrawInvitation } from '@/lib/accounts/commands/withdraw-invitation'
import { listPeople } from '@/lib/accounts/queries/list-people'
import type { UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { makePerson, makeSession } from '@/lib/testing/actors'
import { testDatabase } from '@/lib/testing/test-database'

const call = () => ({ commandId: crypto.randomUUID() })
const database = testDatabase()
let owner: UserActor
beforeEach(async () => {
  await database.empty()
  await pgPool().query('DELETE FROM graphile_worker._private_jobs')
  owner = await makePerson('OWNER')
})

const grace = { email: 'grace@example.com', name: 'Grace', role: 'EDITOR' } as const
const row = (id: string) => db().user.findUniqueOrThrow({ where: { id } })
const jobs = async () =>
  (await pgPool().query('SELECT task_identifier FROM graphile_worker.jobs')).rows.map(
    (j) => j.task_identifier,
  )

describe('inviting', () => {
  it('makes the person and leaves the mail to a job', async () => {
    const { personId } = await invitePerson(owner, { ...call(), ...grace })
    expect(await row(personId)).toMatchObject({ ...grace, invitedById: owner.id, joinedAt: null })
    expect(await jobs()).toEqual(['mail-invitation'])
    expect(await db().auditEvent.findMany()).toMatchObject([{ action: 'invite', subjectId: personId }])
  })

  it('says how somebody who is here already is here', async () => {
    const { personId } = await invitePerson(owner, { ...call(), ...grace })
    const again = () => invitePerson(owner, { ...call(), ...grace })
    const says = (message: string) => ({ code: 'taken', fields: { email: expect.stringContaining(message) } })
    await expect(again()).rejects.toMatchObject(says('invited already'))
    await db().user.update({ where: { id: personId }, data: { joinedAt: new Date() } })
    await expect(again()).rejects.toMatchObject(says('here already'))
    await disablePerson(owner, { ...call(), personId })
    await expect(again()).rejects.toMatchObject(says('disabled'))
    expect(await jobs()).toHaveLength(1)
  })

  it('of one address by two owners at once makes one person', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => invitePerson(owner, { ...call(), ...grace })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await jobs()).toHaveLength(1)
  })

  it('is sent again and withdrawn until the person has come', async () => {
    const { personId } = await invitePerson(owner, { ...call(), ...grace })
    await resendInvitation(owner, { ...call(), personId })
    expect(await jobs()).toHaveLength(2)
    await withdrawInvitation(owner, { ...call(), personId })
    expect(await db().user.count({ where: { email: grace.email } })).toBe(0)
    const here = (await makePerson()).id
    for (const command of [resendInvitation, withdrawInvitation]) {
      await expect(command(owner, { ...call(), personId: here })).rejects.toMatchObject({ code: 'not_found' })
      await expect(command(owner, { ...call(), personId })).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await db().user.count({ where: { id: here } })).toBe(1)
  })
})

describe('disabling', () => {
  it('ends sessions and takes links back at once; enabling gives neither again', async () => {
    const { id } = await makePerson()
    await makeSession(id)
    const link = { userId: id, tokenHash: new Uint8Array(32), expiresAt: new Date(Date.now() + 60_000) }
    await db().signInToken.create({ data: link })
    await disablePerson(owner, { ...call(), personId: id })
    expect((await row(id)).disabledAt).not.toBeNull()
    await enablePerson(owner, { ...call(), personId: id })
    expect((await row(id)).disabledAt).toBeNull()
    expect(await db().session.count({ where: { userId: id, revokedAt: null } })).toBe(0)
    expect(await db().signInToken.count({ where: { userId: id } })).toBe(0)
  })

  it('puts a person at the end of the list', async () => {
    await makePerson('OWNER', { email: 'a@example.com', disabledAt: new Date() })
    await makePerson('EDITOR', { email: 'b@example.com', joinedAt: null })
    const people = await listPeople(owner)
    expect(people.map(({ state }) => state)).toEqual(['active', 'invited', 'disabled'])
  })
})

describe('the last owner', () => {
  const lastOwner = { code: 'wrong_state', message: expect.stringContaining('only owner') }

  it('stays an owner, and enabled', async () => {
    const input = { personId: owner.id }
    await expect(changeRole(owner, { ...call(), ...input, role: 'EDITOR' })).rejects.toMatchObject(lastOwner)
    await expect(disablePerson(owner, { ...call(), ...input })).rejects.toMatchObject(lastOwner)
    expect(await row(owner.id)).toMatchObject({ role: 'OWNER', disabledAt: null })
  })

  it('is the last one while others are invited or disabled', async () => {
    await makePerson('OWNER', { joinedAt: null })
    await makePerson('OWNER', { disabledAt: new Date() })
    await expect(disablePerson(owner, { ...call(), personId: owner.id })).rejects.toMatchObject(lastOwner)
  })

  it('may go once somebody else is', async () => {
    const other = await makePerson()
    await changeRole(owner, { ...call(), personId: other.id, role: 'OWNER' })
    await changeRole(owner, { ...call(), personId: owner.id, role: 'EDITOR' })
    expect((await row(owner.id)).role).toBe('EDITOR')
  })

  it('stays when two owners remove each other at the same moment', async () => {
    for (let round = 0; round < 20; round++) {
      await database.empty()
      const [a, b] = [await makePerson('OWNER'), await makePerson('OWNER')]
      const tries = await Promise.allSettled([
        changeRole(a, { ...call(), personId: b.id, role: 'EDITOR' }),
        disablePerson(b, { ...call(), personId: a.id }),
      ])
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await db().user.count({ where: { role: 'OWNER', disabledAt: null } })).toBe(1)
    }
  })
})

it('is the owner’s business alone', async () => {
  const { id: personId } = await makePerson()
  for (const actor of [await makePerson('EDITOR'), await makePerson('SPONSOR')]) {
    const tries = await Promise.allSettled([
      invitePerson(actor, { ...call(), ...grace }),
      resendInvitation(actor, { ...call(), personId }),
      withdrawInvitation(actor, { ...call(), personId }),
      changeRole(actor, { ...call(), personId, role: 'OWNER' }),
      disablePerson(actor, { ...call(), personId }),
      enablePerson(actor, { ...call(), personId }),
      listPeople(actor),
    ])
    for (const tried of tries) expect(tried).toMatchObject({ reason: { code: 'forbidden' } })
  }
  await expect(
    changeRole(owner, { ...call(), personId: (await makePerson('SPONSOR')).id, role: 'OWNER' }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
