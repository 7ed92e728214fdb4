import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { addItem } from '@/lib/issues/commands/add-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makePerson } from '@/lib/testing/actors'
import { linkFields, makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { suggestTopics } from './queries'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()

test('topics come from the same site, the same people and the headline, the likeliest first', async () => {
  const { id, sectionId } = await makeDraft([])
  const add = (fields: { url: string; byline?: string; topics: string[] }) =>
    addItem(tester, {
      commandId: commandId(),
      id: randomUUID(),
      sectionId,
      fields: { ...linkFields('Of old'), ...fields },
      place: {},
    })
  await add({ url: 'https://tides.example/1', topics: ['Waves', 'Databases'] })
  await add({ url: 'https://tides.example/2', topics: ['Databases'] })
  await add({ url: 'https://other.example/3', byline: 'Ada Quay — Harbour', topics: ['Ropes'] })
  await add({ url: 'https://far.example/4', topics: ['On call'] })
  const ask = (fields: object) => suggestTopics(tester, { url: '', headline: '', byline: '', ...fields })
  expect(await ask({ url: 'https://tides.example/new' })).toEqual([])
  await publishIssue(tester, { commandId: commandId(), id })
  expect(await ask({ url: 'https://tides.example/new' })).toEqual(['Databases', 'Waves'])
  expect(await ask({ byline: 'Ada Quay' })).toEqual(['Ropes'])
  const all = {
    url: 'https://www.tides.example/x',
    byline: 'By Ada Quay',
    headline: 'What on call taught us',
  }
  expect((await ask(all))[0]).toBe('On call')
  expect(await ask(all)).toHaveLength(4)
  expect(await ask({})).toEqual([])
  await expect(
    suggestTopics(await makePerson('SPONSOR'), { url: '', headline: 'x', byline: '' }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
})
