import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { bookSlot } from '@/lib/sponsors/commands/book-slot'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { submitCopy } from '@/lib/sponsors/commands/submit-copy'
import { makeDraft, tester } from '@/lib/testing/issues'
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

test('what was withdrawn is no sample; copy of the house is, where nothing ran', async () => {
  const { issueId, placementId } = await makeRanSlot()
  await db().archivedIssue.update({ where: { issueId }, data: { withdrawnAt: new Date() } })
  expect((await offers())[0]?.sample).toBeNull()
  const input = { commandId: randomUUID(), sponsorId: 'house', placementId, date: '2031-03-02' } as const
  const { id: slotId } = await bookSlot(tester, input)
  const fields = { text: 'Tell a *friend*.' }
  await saveCopy(tester, { commandId: randomUUID(), slotId, version: 0, fields })
  const { versionId } = await submitCopy(tester, { commandId: randomUUID(), slotId, version: 1 })
  await approve(slotId, versionId)
  expect((await offers())[0]?.sample).toMatchObject({
    from: null,
    part: { text: 'Tell a *friend*.', sponsor: null },
  })
})

test('placements that are not offered are left out', async () => {
  await makePlacement({ isOffered: false })
  expect(await offers()).toEqual([])
})
