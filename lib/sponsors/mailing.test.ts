import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/accounts/schema'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { addContact } from '@/lib/sponsors/commands/add-contact'
import { bookSeries } from '@/lib/sponsors/commands/book-series'
import { bookSlot } from '@/lib/sponsors/commands/book-slot'
import { commentOnSlot } from '@/lib/sponsors/commands/comment'
import { missSlot, releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { moveSlot } from '@/lib/sponsors/commands/move-slot'
import { reuseCopy } from '@/lib/sponsors/commands/reuse-copy'
import { approveCopy, requestChanges } from '@/lib/sponsors/commands/review-copy'
import { findContactByToken } from '@/lib/sponsors/queries/find-contact'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { newMails, testPostRoom, waitingJobs } from '@/lib/testing/post-room'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
testPostRoom()
let editor: UserActor & { email: string }
beforeEach(async () => {
  await database.empty()
  await makePublication()
  editor = await makePerson('EDITOR', { name: 'Ada' })
  setClock(() => new Date('2026-11-24T12:00:00Z'))
  return () => setClock(null)
})

const commandId = () => randomUUID()
const review = (slotId: string, versionId: string, comment = '') => ({
  commandId: commandId(),
  slotId,
  versionId,
  comment,
})
const approve = (slotId: string, versionId: string, actor: Parameters<typeof approveCopy>[0] = editor) =>
  approveCopy(actor, { ...review(slotId, versionId), onBehalf: false })

async function booked() {
  const issue = await makeDraft(['One'], tester, '2026-12-06')
  const sponsor = await makeSponsor()
  const placementId = await makePlacement()
  const slot = await makeSlot(sponsor.id, placementId, { issueId: issue.id })
  const { email } = await db().sponsorContact.findUniqueOrThrow({ where: { id: sponsor.contact.id } })
  return { issue, sponsor, placementId, slotId: slot.id, email }
}
/** Booked, and that told already. */
async function told() {
  const made = await booked()
  await newMails()
  return made
}
const subjects = async () => (await newMails()).map(({ to, subject }) => ({ to, subject }))

describe('a contact', () => {
  test('is told of a booking with a link that lets in, and the queue and receipts never hold it', async () => {
    const { slotId, email, sponsor } = await booked()
    const queue = JSON.stringify(await waitingJobs())
    const [mail, ...others] = await newMails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ to: email, subject: 'Booked in Tide Table: Top, Sunday 6 December 2026' })
    const [link = ''] = mail?.text.match(/https?:\S+/) ?? []
    const url = new URL(link)
    expect(url.searchParams.get('next')).toBe(`/sponsor/slots/${slotId}`)
    const token = url.pathname.split('/').at(-1) ?? ''
    expect(await findContactByToken(token)).toMatchObject({ id: sponsor.contact.id })
    expect(mail?.html).toContain(link)
    const receipts = JSON.stringify(await db().commandReceipt.findMany())
    const audit = JSON.stringify(await db().auditEvent.findMany())
    expect(`${queue} ${receipts} ${audit}`).not.toContain(token)
  })

  test('hears of each step of the studio once, and the studio of each of theirs', async () => {
    const { slotId, email, sponsor } = await told()
    const day = 'Sunday 6 December 2026'
    const { versionId } = await sendCopy(sponsor.contact, slotId)
    expect(await subjects()).toEqual([{ to: editor.email, subject: `Acme sent copy for ${day}` }])
    await requestChanges(editor, review(slotId, versionId, 'Say what it does.'))
    const [asked] = await newMails()
    expect(asked).toMatchObject({ to: email, subject: `Please change your copy for Tide Table, ${day}` })
    expect(asked?.text).toContain('Ada wrote: Say what it does.')
    const comment = { commandId: commandId(), slotId, comment: 'How about now?' }
    await commentOnSlot(sponsor.contact, comment)
    await commentOnSlot(sponsor.contact, comment)
    expect(await subjects()).toEqual([{ to: editor.email, subject: `Acme wrote about ${day}` }])
    await commentOnSlot(editor, { commandId: commandId(), slotId, comment: 'Nearly.' })
    expect(await subjects()).toEqual([{ to: email, subject: `A word about your slot in Tide Table, ${day}` }])
    const again = await sendCopy(sponsor.contact, slotId, { text: 'Other.' }, 1)
    await newMails()
    await approve(slotId, again.versionId)
    expect(await subjects()).toEqual([{ to: email, subject: `Approved: your copy for Tide Table, ${day}` }])
  })

  test('is asked to accept what the studio wrote, unless it was approved at once', async () => {
    const { slotId, email, sponsor, placementId } = await told()
    const { versionId } = await sendCopy(sponsor.contact, slotId)
    await newMails()
    await sendCopy(editor, slotId, { text: 'Mended.' }, 1)
    expect(await subjects()).toEqual([
      { to: email, subject: 'Please look at your copy for Tide Table, Sunday 6 December 2026' },
    ])
    const mended = (await db().slot.findUniqueOrThrow({ where: { id: slotId } })).versionId ?? ''
    await approve(slotId, mended, sponsor.contact)
    expect(await subjects()).toEqual([
      { to: editor.email, subject: 'Acme accepted the copy for Sunday 6 December 2026' },
    ])
    const other = await makeSlot(sponsor.id, placementId, { date: '2026-12-13' })
    await newMails()
    const { submitted } = await reuseCopy(editor, {
      commandId: commandId(),
      slotId: other.id,
      versionId,
      submit: 'yes',
    })
    await approve(other.id, submitted?.versionId ?? '')
    const mails = await newMails()
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Approved: your copy for Tide Table, Sunday 13 December 2026',
    ])
    expect(mails[0]?.text).toContain('on your behalf')
  })

  test('hears that the booking is off, or does not run, and of another date', async () => {
    const { slotId, email, sponsor, placementId } = await told()
    await missSlot(tester, { commandId: commandId(), id: slotId, reason: 'No copy came.' })
    const [missed] = await newMails()
    expect(missed?.text).toContain('The reason: No copy came.')
    const good = { sponsorId: sponsor.id, placementId, date: '2026-12-13', makeGoodForId: slotId }
    const made = await bookSlot(tester, { commandId: commandId(), ...good })
    expect(await subjects()).toEqual([
      { to: email, subject: 'Another date in Tide Table: Top, Sunday 13 December 2026' },
    ])
    await releaseSlot(tester, { commandId: commandId(), id: made.id, reason: '' })
    expect(await subjects()).toEqual([
      { to: email, subject: 'Taken off: Top, Sunday 13 December 2026 in Tide Table' },
    ])
  })

  test('hears of a series once, with all its dates', async () => {
    const { sponsor, placementId } = await told()
    await bookSeries(tester, {
      commandId: commandId(),
      sponsorId: sponsor.id,
      placementId,
      date: '2026-12-13',
      every: 2,
      times: 3,
      skipTaken: false,
    })
    const mails = await newMails()
    expect(mails.map(({ subject }) => subject)).toEqual(['Booked in Tide Table: Top, 3 issues'])
    expect(mails[0]?.text).toContain('27 December 2026 and Sunday 10 January 2027')
  })

  test('hears of the rest of a series whose first date was missed before its mail left', async () => {
    const { sponsor, placementId } = await told()
    const series = { sponsorId: sponsor.id, placementId, date: '2026-12-13', every: 1, times: 3 }
    const { slots } = await bookSeries(tester, { commandId: commandId(), ...series, skipTaken: false })
    await missSlot(tester, {
      commandId: commandId(),
      id: slots[0]?.id ?? '',
      reason: 'The issue was skipped.',
    })
    const mails = await newMails()
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Booked in Tide Table: Top, 2 issues',
      'Not this time: Top, Sunday 13 December 2026 in Tide Table',
    ])
    expect(mails.map(({ text }) => text).join()).not.toContain('goes out without')
  })

  test('who is the first of a company is told of what was booked before, a series once', async () => {
    const placementId = await makePlacement()
    const { id: sponsorId } = await db().sponsor.create({ data: { name: 'Acme' } })
    const add = (email: string) => addContact(tester, { commandId: commandId(), sponsorId, name: '', email })
    const series = { sponsorId, placementId, date: '2026-12-13', every: 1, times: 3, skipTaken: false }
    await bookSeries(tester, { commandId: commandId(), ...series })
    await makeSlot(sponsorId, placementId, { date: '2027-02-07' })
    await newMails()
    await add('lee@example.com')
    await add('kim@example.com')
    expect((await subjects()).map(({ to, subject }) => `${to}: ${subject}`).sort()).toEqual([
      'lee@example.com: Booked in Tide Table: Top, 3 issues',
      'lee@example.com: Booked in Tide Table: Top, Sunday 7 February 2027',
    ])
  })

  test('who is the first of a company is told of today’s issue also where it is tomorrow in UTC already', async () => {
    const { id: sponsorId } = await db().sponsor.create({ data: { name: 'Acme' } })
    await makeSlot(sponsorId, await makePlacement(), { date: '2026-12-06' })
    await newMails()
    setClock(() => new Date('2026-12-07T01:00:00Z'))
    await addContact(tester, { commandId: commandId(), sponsorId, name: '', email: 'lee@example.com' })
    expect((await subjects()).map(({ subject }) => subject)).toEqual([
      'Booked in Tide Table: Top, Sunday 6 December 2026',
    ])
  })

  test('hears once where a booking was moved to, and nothing where that was taken back at once', async () => {
    const { slotId, issue } = await told()
    const move = (where: { date?: string; issueId?: string }) =>
      moveSlot(tester, { commandId: commandId(), id: slotId, ...where })
    await move({ date: '2026-12-20' })
    await move({ date: '2026-12-27' })
    const mails = await newMails()
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Moved: your message in Tide Table now runs on Sunday 27 December 2026',
    ])
    expect(mails[0]?.text).toContain('Before, it was “Top” on Sunday 6 December 2026.')
    await db().auditEvent.deleteMany({ where: { action: 'move-slot' } })
    await move({ issueId: issue.id })
    await move({ date: '2026-12-27' })
    expect(await subjects()).toEqual([])
  })

  test('hears that the message is out, and once more when changed copy is up', async () => {
    const { slotId, issue, sponsor } = await told()
    await approve(slotId, (await sendCopy(sponsor.contact, slotId)).versionId)
    await newMails()
    const at = (time: string) => setClock(() => new Date(`2026-12-06T${time}:00Z`))
    at('20:00')
    await publishIssue(tester, { id: issue.id, commandId: commandId() })
    expect((await subjects()).map(({ subject }) => subject)).toEqual(['Your message is out in Tide Table'])
    at('20:10')
    await approve(slotId, (await sendCopy(sponsor.contact, slotId, { text: 'Newer.' }, 1)).versionId)
    expect((await newMails()).map(({ text }) => text).join()).toContain('when the issue is corrected')
    at('20:20')
    await publishIssue(tester, { id: issue.id, commandId: commandId() })
    expect((await subjects()).map(({ subject }) => subject)).toEqual([
      'Your changed copy is up in Tide Table',
    ])
    at('20:30')
    await publishIssue(tester, { id: issue.id, commandId: commandId(), note: 'A typo.' })
    expect(await subjects()).toEqual([])
  })
})

describe('nothing is sent', () => {
  test('that is out of date by the time the job runs, nor to a contact who was removed', async () => {
    const { slotId, sponsor } = await booked()
    await addContact(tester, {
      commandId: commandId(),
      sponsorId: sponsor.id,
      name: '',
      email: 'lee@example.com',
    })
    await db().sponsorContact.update({
      where: { id: sponsor.contact.id },
      data: { removedAt: new Date() },
    })
    await releaseSlot(tester, { commandId: commandId(), id: slotId, reason: '' })
    expect((await subjects()).map(({ to }) => to)).toEqual(['lee@example.com'])
  })

  test('when the same copy is sent twice', async () => {
    const { slotId, sponsor } = await told()
    await sendCopy(sponsor.contact, slotId)
    await newMails()
    await sendCopy(sponsor.contact, slotId, {}, 1)
    expect(await waitingJobs()).toEqual([])
  })

  test('about the house', async () => {
    const house = await db().sponsor.create({ data: { name: 'House', isHouse: true } })
    await makeSlot(house.id, await makePlacement(), { date: '2026-12-06' })
    expect(await waitingJobs()).toEqual([])
  })

  test('of a booking that failed, nor where a caller tells of it itself', async () => {
    const sponsor = await makeSponsor()
    const placementId = await makePlacement()
    const where = { sponsorId: sponsor.id, placementId, date: '2026-12-06' }
    await bookSlot(tester, { commandId: commandId(), ...where }, undefined, { silent: true })
    await expect(bookSlot(tester, { commandId: commandId(), ...where })).rejects.toThrow()
    expect(await waitingJobs()).toEqual([])
  })
})

test('where a company has no contact, the editors are told so, once a day for all its slots', async () => {
  const { slotId, sponsor } = await told()
  await db().sponsorContact.updateMany({ data: { removedAt: new Date() } })
  await commentOnSlot(editor, { commandId: commandId(), slotId, comment: 'Hello?' })
  const alarm = [{ to: editor.email, subject: 'Nobody at Acme can be reached' }]
  expect(await subjects()).toEqual(alarm)
  const other = await makeSlot(sponsor.id, await makePlacement({ name: 'Other' }), { date: '2026-12-20' })
  await releaseSlot(tester, { commandId: commandId(), id: slotId, reason: '' })
  expect(await subjects()).toEqual([])
  await db().slotReminder.updateMany({ data: { createdAt: new Date(0) } })
  await commentOnSlot(editor, { commandId: commandId(), slotId: other.id, comment: 'Still there?' })
  expect(await subjects()).toEqual(alarm)
})
