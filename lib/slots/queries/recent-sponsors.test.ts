import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { findUndisclosed } from '@/lib/disclosures/rules'
import { saveItem } from '@/lib/issues/commands/save-item'
import { loadDraft } from '@/lib/issues/queries'
import { releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { saveSponsor } from '@/lib/sponsors/commands/save-sponsor'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { recentSponsors } from './recent-sponsors'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const call = () => ({ commandId: randomUUID() })
const names = async (issueId: string) => (await recentSponsors(tester, issueId)).map(({ name }) => name)

test('are those of the issue and of the 90 days before it, neither later nor released nor the house', async () => {
  const { id: issueId } = await makeDraft(['A'], tester, '2027-06-06')
  const placementId = await makePlacement()
  const book = async (name: string, date: string) => {
    const { id } = await makeSponsor(name)
    return makeSlot(id, placementId, { date })
  }
  await book('In it', '2027-06-06')
  await book('just in time', '2027-03-08')
  await book('Too long ago', '2027-03-07')
  await book('Later', '2027-06-13')
  const { id } = await book('Released', '2027-05-30')
  await releaseSlot(tester, { ...call(), id, reason: '' })
  await makeSlot('house', placementId, { date: '2027-05-23' })
  expect(await names(issueId)).toEqual(['In it', 'just in time'])
})

test('are named once, with the website by which their items are known', async () => {
  const { id: issueId, items } = await makeDraft(['A'], tester, '2027-06-06')
  const { id: sponsorId } = await makeSponsor('Coil & Sons')
  const fields = { website: 'https://ropes.example' }
  await saveSponsor(tester, { ...call(), sponsorId, version: 0, fields })
  const placementId = await makePlacement()
  for (const date of ['2027-05-23', '2027-05-30']) await makeSlot(sponsorId, placementId, { date })
  const found = await recentSponsors(tester, issueId)
  expect(found).toEqual([{ name: 'Coil & Sons', website: 'https://ropes.example' }])
  const item = { url: 'https://www.ropes.example/splicing' }
  await saveItem(tester, { ...call(), id: items[0] ?? '', version: 0, fields: item })
  const findings = findUndisclosed(await loadDraft(tester, issueId), {
    employerNames: [],
    sponsorNames: [],
    recentSponsors: found,
  })
  expect(findings).toMatchObject([
    {
      code: 'item-disclosure',
      level: 'warn',
      message:
        'A concerns your sponsor, Coil & Sons. Disclose it? “This article is published by my sponsor, Coil & Sons, but their sponsorship did not influence its inclusion in this issue.”',
    },
  ])
})

test('are the studio’s to know', async () => {
  const { id } = await makeDraft()
  await expect(recentSponsors(await makePerson('SPONSOR'), id)).rejects.toMatchObject({ code: 'not_found' })
})
