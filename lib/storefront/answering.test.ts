import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/accounts/schema'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { makePerson } from '@/lib/testing/actors'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { freeDates, makeRequest, openStorefront } from '@/lib/testing/storefront'
import { testDatabase } from '@/lib/testing/test-database'
import { formatLongMoment } from '@/lib/times/rules'
import { acceptRequest } from './commands/accept-request'
import { answerRequest, declineRequest } from './commands/answer-request'
import { lapseRequests } from './commands/lapse-requests'
import { countOpenRequests, listRequests } from './list-requests'

const database = testDatabase()
let editor: UserActor
let placementId: string
const DAY_MS = 86_400_000
const later = (days: number) => setClock(() => new Date(Date.now() + days * DAY_MS))
const command = (requestId: string) => ({ commandId: randomUUID(), requestId })

beforeEach(async () => {
  await database.empty()
  await openStorefront()
  editor = await makePerson('EDITOR')
  placementId = await makePlacement()
})
afterEach(() => setClock(null))

const slotOf = (id: string) => db().slot.findUniqueOrThrow({ where: { id }, include: { sponsor: true } })
async function jobs(name: string): Promise<Record<string, string>[]> {
  const { rows } = await pgPool().query(
    `SELECT job.payload FROM graphile_worker._private_jobs job
     JOIN graphile_worker._private_tasks task ON task.id = job.task_id WHERE task.identifier = $1`,
    [name],
  )
  return rows.map(({ payload }) => payload)
}
const mailsTo = async (email: string) => (await jobs('send-mail')).filter(({ to }) => to === email)

describe('accepting', () => {
  test('books the place, makes company and contact real, and mails them a link', async () => {
    const { id, slotId, email } = await makeRequest(placementId)
    expect(await acceptRequest(editor, command(id))).toEqual({ slotId })
    const slot = await slotOf(slotId)
    expect(slot).toMatchObject({ state: 'BOOKED', heldUntil: null, sponsor: { name: 'Acme' } })
    expect(slot.sponsor.confirmedAt).not.toBeNull()
    const contact = await db().sponsorContact.findFirstOrThrow({ where: { sponsorId: slot.sponsorId } })
    expect(contact).toMatchObject({ name: 'Kim', email })
    expect(await jobs('mail-contact')).toMatchObject([{ contactId: contact.id, slotId, kind: 'booked' }])
    expect(await countOpenRequests(editor)).toBe(0)
  })

  test('as a company there is gives it the slot, with copy of its own, and leaves no other company', async () => {
    const known = await makeSponsor('ACME')
    const { id, slotId, email } = await makeRequest(placementId)
    expect((await listRequests(editor))[0]?.known).toEqual([{ id: known.id, name: 'ACME', byAddress: false }])
    await acceptRequest(editor, { ...command(id), sponsorId: known.id })
    const slot = await slotOf(slotId)
    expect(slot.sponsorId).toBe(known.id)
    const copy = await db().adCopy.findUniqueOrThrow({ where: { id: slot.copyId ?? '' } })
    expect(copy.sponsorId).toBe(known.id)
    expect(await db().sponsor.count()).toBe(1)
    expect(await db().sponsorContact.count({ where: { sponsorId: known.id, email } })).toBe(1)
  })

  test('by the address of a contact, that company is proposed', async () => {
    const known = await makeSponsor('Globex')
    const { email } = await db().sponsorContact.findUniqueOrThrow({ where: { id: known.contact.id } })
    const { id } = await makeRequest(placementId)
    await db().slotRequest.update({ where: { id }, data: { email } })
    expect((await listRequests(editor))[0]?.known).toEqual([
      { id: known.id, name: 'Globex', byAddress: true },
    ])
  })

  test('as the house, or as one that is not there, is refused and changes nothing', async () => {
    const house = await db().sponsor.create({ data: { name: 'House', isHouse: true } })
    const { id, slotId } = await makeRequest(placementId)
    for (const sponsorId of [house.id, randomUUID()])
      await expect(acceptRequest(editor, { ...command(id), sponsorId })).rejects.toMatchObject({
        code: 'invalid',
      })
    expect((await slotOf(slotId)).state).toBe('HELD')
  })

  test('as a company that is kept apart from what is booked there is refused, by name', async () => {
    await db().publication.updateMany({ data: { keepsExclusive: true } })
    const [known, other] = [await makeSponsor('ACME'), await makeSponsor('Globex')]
    await db().sponsor.updateMany({ data: { field: 'hosting' } })
    const { id, slotId } = await makeRequest(placementId)
    const { issueId } = await slotOf(slotId)
    await makeSlot(other.id, await makePlacement({ name: 'Bottom', at: 'bottom' }), { issueId })
    const accept = acceptRequest(editor, { ...command(id), sponsorId: known.id })
    await expect(accept).rejects.toMatchObject({ code: 'taken', message: expect.stringContaining('Globex') })
    expect((await slotOf(slotId)).state).toBe('HELD')
  })
})

test('an answer is mailed, and the place kept for as long again', async () => {
  const { id, slotId, email } = await makeRequest(placementId)
  later(3)
  await answerRequest(editor, { ...command(id), text: 'What is it about?' })
  const { heldUntil, state } = await slotOf(slotId)
  expect(state).toBe('HELD')
  expect(Math.round(((heldUntil?.getTime() ?? 0) - Date.now()) / DAY_MS)).toBe(8)
  const [mail] = await mailsTo(email)
  expect(mail?.text).toContain('What is it about?')
  const until = formatLongMoment(heldUntil ?? new Date(), 'UTC')
  expect(mail?.text).toContain(`Your date is kept for you until ${until}. Nothing is booked yet.`)
  expect(await countOpenRequests(editor)).toBe(1)
})

test('declining mails the reason and frees the place; no company is left in any list', async () => {
  const { id, slotId, email, date } = await makeRequest(placementId)
  await declineRequest(editor, { ...command(id), text: 'We run no casinos.' })
  const slot = await slotOf(slotId)
  expect(slot).toMatchObject({ state: 'RELEASED', reason: 'We run no casinos.' })
  expect(slot.sponsor.removedAt).not.toBeNull()
  expect((await mailsTo(email))[0]?.text).toContain('We run no casinos.')
  expect(await freeDates(placementId)).toContain(date)
  await expect(acceptRequest(editor, command(id))).rejects.toMatchObject({ code: 'wrong_state' })
})

describe('a hold', () => {
  test('lapses when its time is over, not before, and once', async () => {
    const { id, slotId, email, date } = await makeRequest(placementId)
    expect(await lapseRequests()).toEqual([])
    later(5.1)
    const both = await Promise.all([lapseRequests(), lapseRequests()])
    expect(both.flat()).toEqual([id])
    expect(await lapseRequests()).toEqual([])
    expect((await slotOf(slotId)).state).toBe('RELEASED')
    expect(await mailsTo(email)).toHaveLength(1)
    expect((await mailsTo(email))[0]?.text).not.toContain('Acme')
    setClock(null)
    expect(await freeDates(placementId)).toContain(date)
  })

  test('that the curator gave back by itself ends its request', async () => {
    const { id, slotId } = await makeRequest(placementId)
    await releaseSlot(editor, { commandId: randomUUID(), id: slotId, reason: '' })
    expect(await lapseRequests()).toEqual([id])
    expect(await countOpenRequests(editor)).toBe(0)
  })

  test('that lapses while it is accepted ends one way or the other, wholly', async () => {
    for (let round = 0; round < 10; round += 1) {
      setClock(null)
      await db().rateLimit.deleteMany()
      const { id, slotId } = await makeRequest(placementId)
      later(5.1)
      const [accepted, lapsed] = await Promise.allSettled([
        acceptRequest(editor, command(id)),
        lapseRequests(),
      ])
      const { state } = await db().slotRequest.findUniqueOrThrow({ where: { id } })
      const slot = await slotOf(slotId)
      const won = accepted.status === 'fulfilled'
      expect(state).toBe(won ? 'ACCEPTED' : 'LAPSED')
      expect(slot.state).toBe(won ? 'BOOKED' : 'RELEASED')
      expect(slot.sponsor.removedAt === null).toBe(won)
      expect(lapsed).toMatchObject({ status: 'fulfilled', value: won ? [] : [id] })
    }
  })

  test('that two answer at once takes one answer', async () => {
    const { id, slotId } = await makeRequest(placementId)
    const answers = await Promise.allSettled([
      acceptRequest(editor, command(id)),
      declineRequest(editor, { ...command(id), text: 'No.' }),
      acceptRequest(editor, command(id)),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(['BOOKED', 'RELEASED']).toContain((await slotOf(slotId)).state)
  })
})
