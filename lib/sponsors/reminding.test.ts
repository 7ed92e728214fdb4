import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { jobHandlers } from '@/lib/jobs/registry'
import { missSlot } from '@/lib/sponsors/commands/end-slot'
import { mailDigest } from '@/lib/sponsors/commands/mail-digest'
import { remindContacts } from '@/lib/sponsors/commands/remind-contacts'
import { approveCopy, requestChanges } from '@/lib/sponsors/commands/review-copy'
import { makePerson } from '@/lib/testing/actors'
import { makePublication, tester } from '@/lib/testing/issues'
import { newMails, testPostRoom, waitingJobs } from '@/lib/testing/post-room'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
testPostRoom()
/** An instant; New York is four hours behind UTC until 1 November 2026, then five. */
const at = (instant: string) => setClock(() => new Date(instant))
const morning = (day: string) => at(`${day}T15:05:00Z`)
beforeEach(async () => {
  await database.empty()
  await makePublication({ zone: 'America/New_York' })
  at('2026-09-01T12:00:00Z')
  return () => setClock(null)
})

const commandId = () => randomUUID()
const review = (slotId: string, versionId: string) => ({ commandId: commandId(), slotId, versionId })

/** A slot of 8 November 2026: due on the 5th, reminded of on 29 October, 3 and 5 November. */
async function booked() {
  const sponsor = await makeSponsor()
  const placementId = await makePlacement()
  const { id } = await makeSlot(sponsor.id, placementId, { date: '2026-11-08' })
  await newMails()
  return { ...sponsor, slotId: id, placementId }
}
async function remind(day: string): Promise<string[]> {
  morning(day)
  await remindContacts()
  return (await newMails()).map(({ subject }) => subject.replace('Your copy for Tide Table, ', ''))
}

describe('a contact is reminded', () => {
  test('on each of the placement’s days and the day after the deadline, and not again', async () => {
    await booked()
    const told: string[] = []
    for (let day = 25; day <= 45; day += 1) {
      const date = new Date(Date.UTC(2026, 9, day)).toISOString().slice(0, 10)
      for (const subject of [...(await remind(date)), ...(await remind(date))])
        told.push(`${date}: ${subject.replace('Sunday 8 November 2026, ', '')}`)
    }
    expect(told).toEqual([
      '2026-10-29: is due in 7 days',
      '2026-11-03: is due in 2 days',
      '2026-11-05: is due today',
      '2026-11-06: is overdue',
    ])
  })

  test('from nine in the morning in the publication’s zone, on the day its clocks change too', async () => {
    const { placementId } = await booked()
    await db().placement.update({ where: { id: placementId }, data: { reminderDays: [4, 5] } })
    // Saturday 31 October, in summer time, and Sunday 1 November, in winter time.
    for (const [early, nine] of [
      ['2026-10-31T12:55:00Z', '2026-10-31T13:05:00Z'],
      ['2026-11-01T13:55:00Z', '2026-11-01T14:05:00Z'],
    ] as const) {
      at(early)
      expect(await remindContacts()).toEqual([])
      at(nine)
      expect(await remindContacts()).toHaveLength(1)
    }
  })

  test.each(['2026-11-01', '2027-03-14'])('once, whatever hour of %s it runs', async (day) => {
    const sponsor = await makeSponsor()
    const placementId = await makePlacement({ deadlineDays: 0, reminderDays: [0] })
    await makeSlot(sponsor.id, placementId, { date: day })
    await newMails()
    const begin = Date.parse(`${day}T00:05:00Z`)
    for (let hour = 0; hour < 30; hour += 1) {
      setClock(() => new Date(begin + hour * 3_600_000))
      await remindContacts()
    }
    const days = (await db().slotReminder.findMany()).map(({ day: on }) => on.toISOString().slice(0, 10))
    expect(days).toEqual([day])
    expect(await newMails()).toHaveLength(1)
  })

  test('once, however many run it at the same time', async () => {
    await booked()
    morning('2026-10-29')
    const answers = await Promise.all(Array.from({ length: 8 }, () => remindContacts()))
    expect(answers.flat()).toHaveLength(1)
    expect(await waitingJobs()).toHaveLength(1)
    expect(await newMails()).toHaveLength(1)
  })

  test('with one mail of all that was missed while nothing ran', async () => {
    await booked()
    expect(await remind('2026-11-04')).toEqual(['Sunday 8 November 2026, is due tomorrow'])
    expect(await remind('2026-11-04')).toEqual([])
  })

  test('to accept what the studio wrote', async () => {
    const { slotId } = await booked()
    await sendCopy(await makePerson('EDITOR'), slotId)
    await newMails()
    expect(await remind('2026-10-29')).toEqual([
      'Please look at your copy for Tide Table, Sunday 8 November 2026',
    ])
  })
})

describe('a contact is not reminded', () => {
  test('of copy that is with the editors, nor later of a day that passed so', async () => {
    const { slotId, contact } = await booked()
    const { versionId } = await sendCopy(contact, slotId)
    await newMails()
    expect(await remind('2026-10-29')).toEqual([])
    await requestChanges(await makePerson('EDITOR'), { ...review(slotId, versionId), comment: 'Shorter.' })
    await newMails()
    expect(await remind('2026-10-30')).toEqual([])
    expect(await remind('2026-11-03')).toEqual(['Sunday 8 November 2026, is due in 2 days'])
  })

  test('of a slot that was approved or missed between the reminding and the mailing', async () => {
    const { slotId, contact, id, placementId } = await booked()
    const other = await makeSlot(id, placementId, { date: '2026-11-09' })
    await newMails()
    morning('2026-11-05')
    expect(await remindContacts()).toHaveLength(2)
    const { versionId } = await sendCopy(contact, slotId)
    const editor = await makePerson('EDITOR')
    await approveCopy(editor, { ...review(slotId, versionId), comment: '', onBehalf: false })
    await missSlot(tester, { commandId: commandId(), id: other.id, reason: '' })
    const subjects = (await newMails()).filter(({ to }) => to !== editor.email).map(({ subject }) => subject)
    expect(subjects).toEqual([
      'Approved: your copy for Tide Table, Sunday 8 November 2026',
      'Not this time: Top, Monday 9 November 2026 in Tide Table',
    ])
  })

  test('of the house’s slots, of a skipped issue’s, or of one that is out', async () => {
    const { slotId } = await booked()
    const { issueId } = await db().slot.findUniqueOrThrow({ where: { id: slotId } })
    for (const state of ['SKIPPED', 'WITHDRAWN'] as const) {
      await db().issue.update({ where: { id: issueId }, data: { state, number: 1, slug: 'one' } })
      expect(await remind('2026-11-05')).toEqual([])
    }
    await db().issue.update({ where: { id: issueId }, data: { state: 'PLANNED' } })
    await db().sponsor.updateMany({ data: { isHouse: true } })
    expect(await remind('2026-11-05')).toEqual([])
  })
})

describe('the digest', () => {
  const digest = async (day: string) => {
    morning(day)
    await mailDigest()
    return (await newMails()).map(({ subject }) => subject)
  }
  beforeEach(async () => {
    await makePerson('OWNER')
  })

  test('comes for what is new, again while something is due, and not for nothing', async () => {
    expect(await digest('2026-10-19')).toEqual([])
    const { placementId } = await booked()
    await db().placement.update({ where: { id: placementId }, data: { retiredAt: new Date() } })
    expect(await digest('2026-10-28')).toEqual([])
    expect(await digest('2026-10-29')).toEqual(['Sponsors: 1 unwritten'])
    expect(await digest('2026-10-29')).toEqual([])
    expect(await digest('2026-10-30')).toEqual([])
    expect(await digest('2026-11-05')).toEqual(['Sponsors: 1 unwritten'])
    expect(await digest('2026-11-06')).toEqual(['Sponsors: 1 overdue'])
    expect(await digest('2026-11-07')).toEqual(['Sponsors: 1 overdue'])
  })

  test('names what waits for review, and what nobody has bought', async () => {
    const { slotId, contact } = await booked()
    await sendCopy(contact, slotId)
    await newMails()
    morning('2026-10-29')
    await jobHandlers['remind-of-slots']({})
    const [mail] = await newMails()
    expect(mail?.subject).toMatch(/^Sponsors: 1 to review, \d unsold$/)
    expect(mail?.text).toContain('Waits for review: Acme, “Top” on Sunday 8 November 2026.')
    expect(mail?.text).toContain('Unsold: “Top” on')
    expect(mail?.text).toContain('/admin/sponsors')
  })

  test('is one, however many run it at the same time, and not before nine', async () => {
    await booked()
    at('2026-11-05T13:55:00Z')
    expect(await mailDigest()).toBe(false)
    morning('2026-11-05')
    const answers = await Promise.all(Array.from({ length: 6 }, () => mailDigest()))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await newMails()).toHaveLength(1)
  })
})
