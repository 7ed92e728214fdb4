import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { addCaptures } from './commands/add-captures'
import { placeCaptures } from './commands/place-captures'
import { bareCapture, MOST_AT_ONCE } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

it('as many as one command may move are placed together, in order', async () => {
  const robin = await makePerson('EDITOR')
  const { sectionId } = await makeDraft(['First'])
  const call = () => ({ commandId: randomUUID() })
  const brought = Array.from({ length: MOST_AT_ONCE }, (_, at) => ({
    ...bareCapture(`https://example.org/${at}`),
    source: 'STUDIO' as const,
    note: `Note ${at}.`,
  }))
  const { ids } = await addCaptures(tester, { ...call(), captures: brought })
  const captures = ids.map((id) => ({ id, itemId: randomUUID() }))
  await placeCaptures(robin, { ...call(), sectionId, place: { after: null }, captures })
  const items = await db().item.findMany({ where: { sectionId }, orderBy: { position: 'asc' } })
  expect(items.map(({ url }) => url)).toEqual([...brought.map(({ url }) => url), 'https://example.org/First'])
  expect(await db().capture.count({ where: { state: 'PLACED', item: { sectionId } } })).toBe(MOST_AT_ONCE)
})
