import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { issueDocumentSchema } from '@/lib/document/schema'
import { removeIssue } from '@/lib/issues/commands/remove-issue'
import { skipIssue } from '@/lib/issues/commands/skip-issue'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { bookSlot } from '@/lib/sponsors/commands/book-slot'
import { missSlot, releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { approveCopy, requestChanges } from '@/lib/sponsors/commands/review-copy'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { submitCopy } from '@/lib/sponsors/commands/submit-copy'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()
const approve = async (slotId: string, versionId: string) =>
  approveCopy(await makePerson('EDITOR'), {
    commandId: commandId(),
    slotId,
    versionId,
    comment: '',
    onBehalf: false,
  })
const publish = (id: string) => publishIssue(tester, { id, commandId: commandId() })
const sponsorsOf = async (issueId: string) => {
  const archived = await db().archivedIssue.findUniqueOrThrow({
    where: { issueId },
    include: { edition: true },
  })
  return issueDocumentSchema.parse(archived.edition.document).sponsors
}

async function booked() {
  const issue = await makeDraft()
  const sponsor = await makeSponsor()
  const placementId = await makePlacement({ maxCharacters: 60 })
  const slot = await makeSlot(sponsor.id, placementId, { issueId: issue.id })
  return { issue, sponsor, placementId, slot }
}

describe('a slot', () => {
  test('is booked, written, approved and run, and stands in the edition as it was approved', async () => {
    const { issue, sponsor, slot } = await booked()
    await expect(publish(issue.id)).rejects.toMatchObject({ code: 'findings' })
    const { versionId } = await sendCopy(sponsor.contact, slot.id)
    await expect(publish(issue.id)).rejects.toMatchObject({ code: 'findings' })
    await approve(slot.id, versionId)
    await publish(issue.id)
    expect(await sponsorsOf(issue.id)).toMatchObject([
      {
        at: 'top',
        label: 'A message from our sponsor, Acme',
        text: 'Ship calmly with Acme.',
        url: 'https://acme.example/?utm=x',
      },
    ])
    expect(await db().slot.findUniqueOrThrow({ where: { id: slot.id } })).toMatchObject({ state: 'RAN' })
  })

  test('that runs keeps its copy until the new one is approved; then a correction shows it', async () => {
    const { issue, sponsor, slot } = await booked()
    await approve(slot.id, (await sendCopy(sponsor.contact, slot.id)).versionId)
    await publish(issue.id)
    const newer = await sendCopy(sponsor.contact, slot.id, { text: 'Ship more calmly.' }, 1)
    await expect(publish(issue.id)).rejects.toMatchObject({ code: 'wrong_state' })
    await approve(slot.id, newer.versionId)
    await publish(issue.id)
    expect(await sponsorsOf(issue.id)).toMatchObject([{ text: 'Ship more calmly.' }])
  })

  test('loses its approval to anything sent in after it', async () => {
    const { issue, sponsor, slot } = await booked()
    await approve(slot.id, (await sendCopy(sponsor.contact, slot.id)).versionId)
    await sendCopy(sponsor.contact, slot.id, { url: 'https://acme.example/other' }, 1)
    await expect(publish(issue.id)).rejects.toMatchObject({ code: 'findings' })
    expect(await db().sponsorPart.count()).toBe(0)
  })

  test('is not approved unseen', async () => {
    const { sponsor, slot } = await booked()
    const { versionId } = await sendCopy(sponsor.contact, slot.id)
    await sendCopy(sponsor.contact, slot.id, { text: 'Other.' }, 1)
    await expect(approve(slot.id, versionId)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is booked once, however many ask at the same time', async () => {
    const issue = await makeDraft()
    const sponsor = await makeSponsor()
    const placementId = await makePlacement()
    const asked = Array.from({ length: 8 }, () => makeSlot(sponsor.id, placementId, { issueId: issue.id }))
    const answers = await Promise.allSettled(asked)
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    expect(await db().slot.count()).toBe(1)
  })

  test('frees its place when it is released or missed, and the issue goes out without it', async () => {
    const { issue, sponsor, placementId, slot } = await booked()
    await releaseSlot(tester, { commandId: commandId(), id: slot.id, reason: '' })
    const again = await makeSlot(sponsor.id, placementId, { issueId: issue.id })
    await missSlot(tester, { commandId: commandId(), id: again.id, reason: 'No copy came.' })
    await publish(issue.id)
    expect(await sponsorsOf(issue.id)).toEqual([])
  })

  test('keeps its issue from being skipped or deleted until it is decided about', async () => {
    const sponsor = await makeSponsor()
    const slot = await makeSlot(sponsor.id, await makePlacement(), { date: '2027-03-07' })
    const call = () => ({ commandId: commandId(), id: slot.issueId })
    const named = { code: 'wrong_state', message: expect.stringContaining('Acme') }
    await expect(skipIssue(tester, call())).rejects.toMatchObject(named)
    await expect(removeIssue(tester, call())).rejects.toMatchObject(named)
    await releaseSlot(tester, { ...call(), id: slot.id, reason: '' })
    expect(await skipIssue(tester, call())).toEqual({ state: 'SKIPPED' })
  })

  test('is made good once it was missed, and not before, and for its own company alone', async () => {
    const { sponsor, placementId, slot } = await booked()
    const goods = { placementId, makeGoodForId: slot.id, date: '2027-03-07' }
    const book = (sponsorId: string) => bookSlot(tester, { commandId: commandId(), sponsorId, ...goods })
    await expect(book(sponsor.id)).rejects.toMatchObject({ code: 'invalid' })
    await missSlot(tester, { commandId: commandId(), id: slot.id, reason: '' })
    await expect(book((await makeSponsor('Other')).id)).rejects.toMatchObject({ code: 'invalid' })
    expect((await book(sponsor.id)).ordinal).toBe(1)
  })

  test('of a date plans its issue, once for two who book it at once', async () => {
    const sponsor = await makeSponsor()
    const placements = await Promise.all([makePlacement(), makePlacement({ name: 'Bottom', at: 'bottom' })])
    await Promise.all(placements.map((id) => makeSlot(sponsor.id, id, { date: '2027-03-07' })))
    expect(await db().issue.findMany({ select: { state: true } })).toEqual([{ state: 'PLANNED' }])
  })
})

describe('copy', () => {
  test('over the spec is refused at its field, and nothing is lost', async () => {
    const { sponsor, slot } = await booked()
    const text = 'x'.repeat(80)
    await expect(sendCopy(sponsor.contact, slot.id, { text })).rejects.toMatchObject({
      code: 'invalid',
      fields: { text: expect.any(String) },
    })
    expect((await db().adCopy.findFirstOrThrow()).text).toBe(text)
  })

  test('changed by a colleague is not sent in unseen, and the same field asks', async () => {
    const { sponsor, slot } = await booked()
    const save = (version: number, text: string) =>
      saveCopy(sponsor.contact, { commandId: commandId(), slotId: slot.id, version, fields: { text } })
    await save(0, 'Mine')
    await expect(save(0, 'Theirs')).rejects.toMatchObject({ code: 'conflict' })
    const stale = { commandId: commandId(), slotId: slot.id, version: 0 }
    await expect(submitCopy(sponsor.contact, stale)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('of another company is as good as absent', async () => {
    const { slot } = await booked()
    const { contact } = await makeSponsor('Other')
    await expect(sendCopy(contact, slot.id)).rejects.toMatchObject({ code: 'not_found' })
    const act = { commandId: commandId(), slotId: slot.id, versionId: randomUUID() }
    await expect(approveCopy(contact, { ...act, comment: '', onBehalf: false })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(requestChanges(contact, { ...act, comment: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    })
    const book = {
      commandId: commandId(),
      sponsorId: contact.sponsorId,
      placementId: randomUUID(),
      date: '2027-01-03',
    }
    await expect(bookSlot(contact, book)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('after the deadline is marked late, or refused where the placement says so', async () => {
    const { sponsor, slot, placementId } = await booked()
    const past = new Date('2020-01-01T00:00:00Z')
    await db().issue.updateMany({ data: { date: past } })
    expect(await sendCopy(sponsor.contact, slot.id)).toMatchObject({ late: true })
    await db().placement.update({ where: { id: placementId }, data: { acceptsLate: false } })
    await expect(sendCopy(sponsor.contact, slot.id, { text: 'Later.' }, 1)).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })

  test('that was submitted is immutable in the database itself', async () => {
    const { sponsor, slot } = await booked()
    await sendCopy(sponsor.contact, slot.id)
    const change = pgPool().query(`UPDATE "AdCopyVersion" SET "text" = 'Other'`)
    await expect(change).rejects.toThrow('immutable')
  })
})
