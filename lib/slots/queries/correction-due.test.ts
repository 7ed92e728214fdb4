import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { nextForCurator, nextForSponsor, standingOf } from '@/lib/slots/rules'
import { makePublication, tester } from '@/lib/testing/issues'
import { approve, makeRanSlot } from '@/lib/testing/ran-slot'
import { sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { readSlot } from './read-slot'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const said = async (slotId: string) => {
  const slot = await readSlot(tester, slotId)
  const { deadline, correctionDue } = slot
  const standing = standingOf(slot)
  return {
    correctionDue,
    curator: nextForCurator(standing, deadline),
    sponsor: nextForSponsor(standing, deadline),
  }
}

test('copy approved after its issue went out leads to the correction that shows it', async () => {
  const { slotId, issueId, sponsor } = await makeRanSlot()
  expect(await said(slotId)).toMatchObject({ correctionDue: false, curator: 'It is out.' })
  for (const [index, fields] of [
    { text: 'Ship more calmly.' },
    { url: 'https://acme.example/other' },
    { headline: 'Calm' },
    { callToAction: 'Try it' },
  ].entries()) {
    const { versionId } = await sendCopy(sponsor.contact, slotId, fields, index + 1)
    expect(await said(slotId)).toMatchObject({
      correctionDue: false,
      curator: expect.stringContaining('new copy waits for your review'),
    })
    await approve(slotId, versionId)
    expect(await said(slotId)).toMatchObject({
      correctionDue: true,
      curator: expect.stringContaining('Publish the correction'),
      sponsor: expect.stringContaining('readers see it with the next correction'),
    })
    await publishIssue(tester, { commandId: randomUUID(), id: issueId })
    expect(await said(slotId)).toMatchObject({ correctionDue: false, curator: 'It is out.' })
  }
})

test('an issue that was withdrawn asks for no correction', async () => {
  const { slotId, issueId, sponsor } = await makeRanSlot()
  await approve(slotId, (await sendCopy(sponsor.contact, slotId, { text: 'Other.' }, 1)).versionId)
  await withdrawIssue(tester, { commandId: randomUUID(), id: issueId })
  expect((await readSlot(tester, slotId)).correctionDue).toBe(false)
})
