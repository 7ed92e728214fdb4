import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { bookSlot } from '@/lib/sponsors/commands/book-slot'
import { missSlot } from '@/lib/sponsors/commands/end-slot'
import { approveCopy, requestChanges } from '@/lib/sponsors/commands/review-copy'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { listOwnSlots } from './queries/list-slots'
import { readSlot } from './queries/read-slot'
import { standingOf } from './rules'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()

test('a list and a page say the same of a slot: of newer copy beside what runs, and of a make-good', async () => {
  const issue = await makeDraft()
  const { id: sponsorId, contact } = await makeSponsor()
  const placementId = await makePlacement()
  const { id: slotId } = await makeSlot(sponsorId, placementId, { issueId: issue.id })
  const check = async (expected: object, of = slotId) => {
    const row = (await listOwnSlots(contact)).find(({ id }) => id === of)
    expect(row).toMatchObject(expected)
    expect(standingOf(await readSlot(contact, of))).toMatchObject(expected)
  }
  const { versionId } = await sendCopy(contact, slotId)
  const editor = await makePerson('EDITOR')
  const approval = { slotId, comment: '', onBehalf: false }
  await approveCopy(editor, { ...approval, commandId: commandId(), versionId })
  await publishIssue(tester, { id: issue.id, commandId: commandId() })
  await check({ state: 'RAN', newer: null, writtenByStudio: false })
  const newer = await sendCopy(contact, slotId, { text: 'Ship more calmly.' }, 1)
  await check({ state: 'RAN', newer: 'waits', writtenByStudio: false })
  const ask = { slotId, commandId: commandId(), versionId: newer.versionId, comment: 'Shorter.' }
  await requestChanges(editor, ask)
  await check({ state: 'RAN', newer: 'sent back' })
  const mended = await sendCopy(editor, slotId, { text: 'Calmly.' }, 2)
  await check({ state: 'RAN', newer: 'waits', writtenByStudio: true })
  await approveCopy(contact, { ...approval, commandId: commandId(), versionId: mended.versionId })
  await check({ state: 'RAN', newer: null })

  const missed = await makeSlot(sponsorId, placementId, { date: '2027-01-05' })
  await missSlot(tester, { commandId: commandId(), id: missed.id, reason: '' })
  await check({ state: 'MISSED', isMadeGood: false }, missed.id)
  const again = {
    commandId: commandId(),
    sponsorId,
    placementId,
    date: '2027-01-12',
    makeGoodForId: missed.id,
  }
  await bookSlot(tester, again)
  await check({ state: 'MISSED', isMadeGood: true }, missed.id)
  expect(await db().slot.count()).toBe(3)
})
