import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { approve, click, makeRanSlot } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { readReport } from './queries'

const database = testDatabase()
const at = (instant: string) => setClock(() => new Date(instant))
beforeEach(async () => {
  await database.empty()
  await makePublication()
  at('2027-03-07T12:00:00Z')
})

const text = 'Ship *calmly*, and read [the guide](https://acme.example/guide?a=1&b=2).'

describe('a report', () => {
  test('has the copy as it ran, and what was counted by reason, link and day', async () => {
    const ran = await makeRanSlot({ copy: { text } })
    await click(ran, 3)
    await click(ran, 2, 'repeat')
    await click(ran, 1, 'verified', '2027-03-08')
    const editor = await makePerson('EDITOR')
    const report = await readReport(editor, ran.slotId)
    const { hash } = await db().edition.findFirstOrThrow({ where: { issueId: ran.issueId } })
    const version = await db().adCopyVersion.findFirstOrThrow()
    expect(report.copies).toMatchObject([{ edition: 1, hash, part: { text: version.text, sponsor: 'Acme' } }])
    expect(report).toMatchObject({
      company: 'Acme',
      placement: 'Top',
      state: 'RAN',
      age: 0,
      clicks: { raw: 12, verified: 8, excluded: [{ kind: 'repeat', count: 4 }] },
      comparison: { kind: 'none' },
      issue: { number: 1, withdrawn: false },
    })
    expect(report.issue.url).toMatch(/^http:\/\/localhost:3000\/issues\//)
    expect(report.links.map(({ url, clicks }) => [url, clicks.raw])).toEqual([
      ['https://acme.example/?utm=x', 6],
      ['https://acme.example/guide?a=1&b=2', 6],
    ])
    expect(report.days.map(({ day, clicks }) => [day, clicks.raw])).toEqual([
      ['2027-03-07', 10],
      ['2027-03-08', 2],
    ])
    expect(await readReport(ran.sponsor.contact, ran.slotId)).toEqual(report)
  })

  test('shows each text that stood there, newest first, with the edition that had it last', async () => {
    const ran = await makeRanSlot()
    const newer = await sendCopy(ran.sponsor.contact, ran.slotId, { text: 'Ship more calmly.' }, 1)
    await approve(ran.slotId, newer.versionId)
    await publishIssue(tester, { id: ran.issueId, commandId: randomUUID() })
    const { copies } = await readReport(tester, ran.slotId)
    expect(copies.map(({ edition, part }) => [edition, part.text])).toEqual([
      [2, 'Ship more calmly.'],
      [1, 'Ship calmly with Acme.'],
    ])
  })

  test('of a slot that has not run says nothing of the draft', async () => {
    const issue = await makeDraft(['Secret'])
    await db().issue.update({ where: { id: issue.id }, data: { title: 'Secret title' } })
    const sponsor = await makeSponsor()
    const slot = await makeSlot(sponsor.id, await makePlacement(), { issueId: issue.id })
    const report = await readReport(sponsor.contact, slot.id)
    expect(report).toMatchObject({ ranAt: null, copies: [], clicks: { raw: 0 } })
    expect(report.issue).toMatchObject({ number: null, title: '', url: null })
    expect(JSON.stringify(report)).not.toContain('Secret')
  })

  test('another company’s is as absent as none', async () => {
    const ran = await makeRanSlot()
    const other = await makeSponsor('Bolt')
    const refusal = (id: string) => readReport(other.contact, id).catch((error) => error)
    const [foreign, none] = [await refusal(ran.slotId), await refusal(randomUUID())]
    expect(foreign).toMatchObject({ code: 'not_found' })
    expect(foreign.message).toBe(none.message)
    await expect(readReport(await makePerson('SPONSOR'), ran.slotId)).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('against the median of the placement', () => {
  /** Runs a week apart, each with so many clicks on its first day and 100 a month later. */
  async function runs(counts: number[], placementId: string) {
    for (const [index, count] of counts.entries()) {
      at(`2027-0${index + 1}-07T12:00:00Z`)
      const ran = await makeRanSlot({ placementId, sponsor: await makeSponsor(`Company ${index}`) })
      if (count === 0) continue
      await click(ran, count)
      await click(ran, 100, 'verified', `2027-0${index + 2}-07`)
    }
    at('2027-06-07T12:00:00Z')
  }

  test('earlier runs count up to the same age, those that nobody counted not at all', async () => {
    const placementId = await makePlacement()
    await runs([10, 40, 0, 20], placementId)
    const ran = await makeRanSlot({ placementId })
    await click(ran, 25)
    expect((await readReport(tester, ran.slotId)).comparison).toEqual({
      kind: 'median',
      runs: 3,
      median: 20,
    })
    at('2027-07-08T12:00:00Z')
    expect((await readReport(tester, ran.slotId)).comparison).toMatchObject({ median: 120 })
    expect((await readReport(ran.sponsor.contact, ran.slotId)).comparison.kind).toBe('median')
  })

  test('a contact is not told what another company’s one run came to', async () => {
    const placementId = await makePlacement()
    await runs([10, 40], placementId)
    const ran = await makeRanSlot({ placementId })
    expect((await readReport(ran.sponsor.contact, ran.slotId)).comparison).toEqual({ kind: 'few', runs: 2 })
    expect((await readReport(tester, ran.slotId)).comparison).toMatchObject({ runs: 2, median: 25 })
  })
})
