import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { makeDraft } from '@/lib/testing/issues'
import { approve, makeRanSlot } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { openStorefront } from '@/lib/testing/storefront'
import { testDatabase } from '@/lib/testing/test-database'
import { readStorefront } from './queries'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await openStorefront()
})

const offers = async () => (await readStorefront())?.offers ?? []

test('each placement shows what ran in it last, as readers have it, and nothing of what is coming', async () => {
  const ran = await makeRanSlot({ copy: { headline: 'Calm' } })
  const { id: issueId } = await makeDraft(['A secret headline'])
  const sponsor = await makeSponsor('Bolt')
  const { id: slotId } = await makeSlot(sponsor.id, ran.placementId, { issueId })
  await approve(slotId, (await sendCopy(sponsor.contact, slotId, { headline: 'Not yet' })).versionId)
  const [offer] = await offers()
  expect(offer?.sample).toMatchObject({ part: { headline: 'Calm', sponsor: 'Acme' } })
  expect(offer?.sample?.from?.path).toMatch(/^\/issues\//)
  const said = JSON.stringify(await readStorefront())
  for (const hidden of ['secret', 'Bolt', 'Not yet']) expect(said).not.toContain(hidden)
})

test('what was withdrawn is no sample', async () => {
  const { issueId } = await makeRanSlot()
  await db().archivedIssue.update({ where: { issueId }, data: { withdrawnAt: new Date() } })
  expect((await offers())[0]?.sample).toBeNull()
})

test('a placement in which nothing ran shows what the house ran elsewhere, where it would fit', async () => {
  const ran = await makeRanSlot({ copy: { text: 'Tell a friend about us.' } })
  await db().sponsor.update({ where: { id: ran.sponsor.id }, data: { isHouse: true } })
  const wide = await makePlacement()
  const narrow = await makePlacement({ maxCharacters: 20 })
  const samples = new Map((await offers()).map(({ id, sample }) => [id, sample]))
  expect(samples.get(wide)).toMatchObject({ part: { text: 'Tell a friend about us.' }, ranHere: false })
  expect(samples.get(ran.placementId)).toMatchObject({ ranHere: true })
  expect(samples.get(narrow)).toBeNull()
})

test('placements that are not offered are left out', async () => {
  await makePlacement({ isOffered: false })
  expect(await offers()).toEqual([])
})
