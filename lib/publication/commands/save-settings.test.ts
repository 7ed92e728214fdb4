import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { publicationSettings } from '@/lib/publication/queries'
import { saveSettingsSchema } from '@/lib/publication/schema'
import { makePerson } from '@/lib/testing/actors'
import { makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { saveSettings } from './save-settings'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const call = (version: number, fields: object) =>
  saveSettingsSchema.parse({ commandId: randomUUID(), version, fields })
const generation = async () => (await db().publication.findUniqueOrThrow({ where: { id: 1 } })).generation

test('a save is kept, raises version and generation, and is on record', async () => {
  const owner = await makePerson('OWNER')
  const before = await generation()
  const saved = await saveSettings(owner, call(0, { name: ' Tide  Table', tagline: 'Weekly' }))
  expect(saved).toEqual({ version: 1, unseen: {} })
  expect((await publicationSettings(owner)).settings).toMatchObject({ name: 'Tide Table', tagline: 'Weekly' })
  expect(await generation()).toBe(before + 1)
  expect(await db().auditEvent.findFirst({ where: { action: 'save-settings' } })).toMatchObject({
    actorId: owner.id,
    detail: { fields: ['tagline'], version: 1 },
  })
})
test('a save that changes nothing leaves readers’ pages as they are', async () => {
  const before = await generation()
  expect(await saveSettings(tester, call(0, { name: 'Tide Table' }))).toEqual({ version: 0, unseen: {} })
  expect(await generation()).toBe(before)
})
test('what only the desk uses leaves readers’ pages as they are', async () => {
  const before = await generation()
  const desk = {
    snippets: [{ name: 'hello', text: 'Hello.' }],
    exemptHosts: ['https://www.Example.org/', 'bücher.example'],
    titleTemplate: 'Tides {number}',
  }
  await saveSettings(tester, call(0, desk))
  expect(await generation()).toBe(before)
  expect((await publicationSettings(tester)).settings).toMatchObject({
    ...desk,
    exemptHosts: ['example.org', 'xn--bcher-kva.example'],
  })
  await saveSettings(tester, call(1, { snippets: [], footer: 'Bye.' }))
  expect(await generation()).toBe(before + 1)
})
test('two people: different fields both stay, the same field tells both values and writes nothing', async () => {
  await saveSettings(tester, call(0, { tagline: 'theirs' }))
  expect(await saveSettings(tester, call(0, { footer: 'mine' }))).toEqual({
    version: 2,
    unseen: { tagline: 'theirs' },
  })
  await expect(saveSettings(tester, call(0, { tagline: 'mine', name: 'New' }))).rejects.toMatchObject({
    code: 'conflict',
    detail: { version: 2, conflicts: { tagline: { yours: 'mine', theirs: 'theirs' } } },
  })
  expect((await publicationSettings(tester)).settings.name).toBe('Tide Table')
})
test('a retry is answered once; sponsors neither see nor save', async () => {
  const input = call(0, { tagline: 'Weekly' })
  await Promise.all([saveSettings(tester, input), saveSettings(tester, input)])
  expect(await db().auditEvent.count({ where: { action: 'save-settings' } })).toBe(1)
  const sponsor = await makePerson('SPONSOR')
  await expect(saveSettings(sponsor, call(1, { tagline: '' }))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(publicationSettings(sponsor)).rejects.toMatchObject({ code: 'not_found' })
})
