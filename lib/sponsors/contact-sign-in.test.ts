import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { withdrawInvitation } from '@/lib/accounts/commands/withdraw-invitation'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { addContact } from '@/lib/sponsors/commands/add-contact'
import { createSponsor } from '@/lib/sponsors/commands/create-sponsor'
import { removeContact } from '@/lib/sponsors/commands/remove-contact'
import { findContactOfUser } from '@/lib/sponsors/queries/find-contact'
import { makePerson } from '@/lib/testing/actors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
let editor: Awaited<ReturnType<typeof makePerson>>
beforeEach(async () => {
  await database.empty()
  await pgPool().query('DELETE FROM graphile_worker._private_jobs')
  editor = await makePerson('EDITOR')
})

const email = 'kim@acme.example'
const call = () => ({ commandId: randomUUID() })
const company = (name = 'Acme') => createSponsor(editor, { ...call(), fields: { name } })
const add = (sponsorId: string, fields: { email?: string; invite?: boolean } = {}) =>
  addContact(editor, { ...call(), sponsorId, name: 'Kim', email, invite: true, ...fields })
const contactOf = (id: string) => db().sponsorContact.findUniqueOrThrow({ where: { id } })
const person = () => db().user.findUniqueOrThrow({ where: { email } })
const actor = (id: string) => ({ kind: 'user' as const, id, name: 'Kim', role: 'SPONSOR' as const })
const invitations = async () =>
  (await pgPool().query(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'mail-invitation'`))
    .rowCount

describe('a contact who may also sign in', () => {
  test('is a person of role SPONSOR from then on, is mailed once, and acts for the company', async () => {
    const { id: sponsorId } = await company()
    const added = await add(sponsorId)
    expect(added.signIn).toEqual({ linked: true, message: `${email} is invited to sign in.` })
    const { id: userId } = await person()
    expect(await person()).toMatchObject({ role: 'SPONSOR', name: 'Kim', invitedById: editor.id })
    expect(await contactOf(added.id)).toMatchObject({ userId })
    expect(await invitations()).toBe(1)
    expect(await findContactOfUser(actor(userId))).toMatchObject({ id: added.id, sponsorId })
    await removeContact(editor, { ...call(), contactId: added.id })
    expect(await findContactOfUser(actor(userId))).toBeNull()
  })

  test('comes back to the same person after being removed, at another company too', async () => {
    const first = await add((await company()).id)
    const { id: userId } = await person()
    await removeContact(editor, { ...call(), contactId: first.id })
    const again = await add((await company('Bolt')).id)
    expect(again.signIn).toEqual({ linked: true, message: `${email} may sign in.` })
    expect(await contactOf(again.id)).toMatchObject({ userId })
    expect(await invitations()).toBe(1)
  })

  test('is a contact all the same where nobody asked, or the invitation is withdrawn', async () => {
    const { id: sponsorId } = await company()
    const plain = await add(sponsorId, { email: 'lou@acme.example', invite: false })
    expect(plain.signIn).toBeNull()
    expect(await db().user.count({ where: { role: 'SPONSOR' } })).toBe(0)
    const added = await add(sponsorId)
    await withdrawInvitation(await makePerson('OWNER'), { ...call(), personId: (await person()).id })
    expect(await contactOf(added.id)).toMatchObject({ userId: null, removedAt: null })
  })
})

describe('nothing is linked, and the answer says so,', () => {
  test.each([
    ['OWNER', 'an owner'],
    ['EDITOR', 'an editor'],
  ] as const)('for an address of role %s, which keeps it', async (role, said) => {
    await makePerson(role, { email })
    const added = await add((await company()).id)
    expect(added.signIn).toEqual({ linked: false, message: expect.stringContaining(said) })
    expect(await contactOf(added.id)).toMatchObject({ userId: null })
    expect((await person()).role).toBe(role)
    expect(await invitations()).toBe(0)
  })

  test('for somebody disabled', async () => {
    await makePerson('SPONSOR', { email, disabledAt: new Date() })
    const added = await add((await company()).id)
    expect(added.signIn).toEqual({ linked: false, message: expect.stringContaining('disabled') })
    expect((await person()).disabledAt).not.toBeNull()
  })

  test('for a contact of another company, whoever asks at the same time', async () => {
    const companies = [await company(), await company('Bolt'), await company('Calm')]
    const added = await Promise.all(companies.map(({ id }) => add(id)))
    expect(added.filter(({ signIn }) => signIn?.linked)).toHaveLength(1)
    const linked = await db().sponsorContact.findMany({ where: { userId: { not: null } } })
    expect(linked).toHaveLength(1)
    const refused = added.find(({ signIn }) => !signIn?.linked)?.signIn?.message
    expect(refused).toContain('for one company only')
  })
})

test('one person is a contact of one company in the database itself', async () => {
  const [one, other] = [await company(), await company('Bolt')]
  await add(one.id)
  const { id: userId } = await person()
  const second = await add(other.id, { email: 'lou@bolt.example', invite: false })
  const link = db().sponsorContact.update({ where: { id: second.id }, data: { userId } })
  await expect(link).rejects.toThrow('Unique constraint')
})
