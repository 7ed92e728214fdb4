import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { makePublication, tester } from '@/lib/testing/issues'
import { makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { addContact } from './commands/add-contact'
import { handPortalLink } from './commands/portal-links'
import { removeContact } from './commands/remove-contact'
import { findContactByToken } from './queries/find-contact'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const remove = (contactId: string) => removeContact(tester, { commandId: randomUUID(), contactId })

test('closes the links at once, and frees the address for the next contact', async () => {
  const { id: sponsorId, contact } = await makeSponsor()
  const { url } = await handPortalLink(tester, contact.id)
  const token = url.split('/').at(-1)
  expect(await findContactByToken(token)).toMatchObject({ id: contact.id })
  await remove(contact.id)
  expect(await findContactByToken(token)).toBeNull()
  const { email } = await db().sponsorContact.findUniqueOrThrow({ where: { id: contact.id } })
  await addContact(tester, { commandId: randomUUID(), sponsorId, name: '', email })
})

test('happens once, and to nobody by a contact', async () => {
  const { contact } = await makeSponsor()
  const call = { commandId: randomUUID(), contactId: contact.id }
  await expect(removeContact(contact, call)).rejects.toMatchObject({ code: 'not_found' })
  const answers = await Promise.allSettled([remove(contact.id), remove(contact.id)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db().auditEvent.count({ where: { action: 'remove-contact' } })).toBe(1)
})
