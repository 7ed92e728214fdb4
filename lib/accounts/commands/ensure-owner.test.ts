import { beforeEach, describe, expect, it } from 'vitest'
import { changeRole } from '@/lib/accounts/commands/change-role'
import { createDemoLink } from '@/lib/accounts/commands/create-demo-link'
import { ensureOwner } from '@/lib/accounts/commands/ensure-owner'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { makePerson, makeSession } from '@/lib/testing/actors'
import { testDatabase } from '@/lib/testing/test-database'

const call = () => ({ commandId: crypto.randomUUID() })
const database = testDatabase()
beforeEach(database.empty)

const shell = systemActor('start')
const email = 'Owner@Example.com'
const kept = 'owner@example.com'
const find = (address = kept) => db().user.findUnique({ where: { email: address } })

describe('OWNER_EMAIL', () => {
  it('makes the owner once', async () => {
    expect(await ensureOwner(shell, email)).toEqual({ made: true })
    expect(await find()).toMatchObject({ role: 'OWNER', joinedAt: null, disabledAt: null })
    expect(await ensureOwner(shell, email)).toEqual({ made: false })
    expect(await db().user.count()).toBe(1)
  })

  it('promotes somebody who is here already', async () => {
    const editor = await makePerson('EDITOR', { email: kept })
    await ensureOwner(shell, email)
    expect(await find()).toMatchObject({ id: editor.id, role: 'OWNER' })
  })

  it('shuts the demo’s people out and prints no more links', async () => {
    await db().publication.create({ data: { name: 'SRE Weekly', isDemo: true } })
    const curator = await makePerson('OWNER', { isDemo: true })
    await makeSession(curator.id)
    expect(await createDemoLink(shell)).toContain('/sign-in/confirm?token=')
    await ensureOwner(shell, email)
    expect((await db().user.findUniqueOrThrow({ where: { id: curator.id } })).disabledAt).not.toBeNull()
    expect(await db().session.count({ where: { revokedAt: null } })).toBe(0)
    expect(await db().signInToken.count()).toBe(0)
    expect(await createDemoLink(shell)).toBeNull()
  })

  it('with a slip corrected makes the right one', async () => {
    await ensureOwner(shell, 'owmer@example.com')
    expect(await ensureOwner(shell, email)).toEqual({ made: true })
    expect(await find()).toMatchObject({ role: 'OWNER' })
  })

  it('gives nothing back to a former owner once another is in charge', async () => {
    await ensureOwner(shell, email)
    const former = await find()
    await db().user.update({ where: { email: kept }, data: { joinedAt: new Date() } })
    const next = await makePerson('OWNER')
    await changeRole(next, { ...call(), personId: former?.id ?? '', role: 'EDITOR' })
    expect(await ensureOwner(shell, email)).toEqual({ made: false })
    expect(await find()).toMatchObject({ role: 'EDITOR' })
  })

  it('is for the shell alone', async () => {
    const owner = await makePerson('OWNER')
    await expect(ensureOwner(owner, email)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
