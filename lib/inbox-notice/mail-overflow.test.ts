import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db, transaction } from '@/lib/db/db'
import { MOST_WAITING } from '@/lib/suggestions/rules'
import { makePerson } from '@/lib/testing/actors'
import { makePublication } from '@/lib/testing/issues'
import { newMails, testPostRoom } from '@/lib/testing/post-room'
import { testDatabase } from '@/lib/testing/test-database'
import { mailOverflow } from './commands/mail-overflow'
import { INBOX_IS_FULL, SUGGESTIONS_NEAR } from './rules'

const database = testDatabase()
testPostRoom()
beforeEach(async () => {
  await database.empty()
  await makePublication({ zone: 'Europe/Berlin' })
  await makePerson('OWNER', { email: 'olga@example.com' })
  await makePerson('EDITOR', { email: 'mute@example.com', mutedMails: ['inbox'] })
  at('2026-11-02T12:00:00Z')
})
afterEach(() => setClock(null))

const at = (instant: string) => setClock(() => new Date(instant))
const capturedAt = new Date('2026-05-02T22:30:00Z')
const fill = (count: number, more: object = {}) =>
  db().capture.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      url: `https://example.org/${index}`,
      source: 'STUDIO' as const,
      capturedAt,
      surfacesAt: capturedAt,
      movedAt: capturedAt,
      ...more,
    })),
  })
const empty = () => db().capture.deleteMany()
async function told() {
  await mailOverflow()
  return newMails()
}

describe('an inbox', () => {
  it('is told of when it is full: how many wait, and since when; to those who want it', async () => {
    await fill(INBOX_IS_FULL - 1)
    await fill(50, { state: 'DISCARDED' })
    await fill(50, { isAside: true })
    expect(await told()).toEqual([])
    await fill(1)
    const [mail, ...others] = await told()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ to: 'olga@example.com', subject: `Inbox: ${INBOX_IS_FULL} links wait` })
    expect(mail?.text).toContain('3 May 2026')
    expect(mail?.text).toContain('/admin/inbox')
    expect(mail?.text).not.toContain('suggest')
  })

  it('is told of once, by however many look at once; again after a week, or when it was emptied between', async () => {
    await fill(INBOX_IS_FULL)
    await Promise.all([mailOverflow(), mailOverflow(), mailOverflow()])
    expect(await newMails()).toHaveLength(1)
    at('2026-11-08T12:00:00Z')
    expect(await told()).toEqual([])
    at('2026-11-09T12:30:00Z')
    expect(await told()).toHaveLength(1)
    await empty()
    expect(await told()).toEqual([])
    await fill(INBOX_IS_FULL)
    expect(await told()).toHaveLength(1)
  })

  it('that goes up and down at the limit isn’t told of each time', async () => {
    await fill(INBOX_IS_FULL)
    expect(await told()).toHaveLength(1)
    const some = await db().capture.findMany({ take: 20, select: { id: true } })
    await db().capture.deleteMany({ where: { id: { in: some.map(({ id }) => id) } } })
    expect(await told()).toEqual([])
    await fill(20)
    expect(await told()).toEqual([])
  })

  it('is told of by day', async () => {
    await fill(INBOX_IS_FULL)
    at('2026-11-02T02:00:00Z')
    expect(await told()).toEqual([])
    at('2026-11-02T08:00:00Z')
    expect(await told()).toHaveLength(1)
  })

  it('changes nothing else: no page is made anew, and nobody’s settings clash', async () => {
    const read = () =>
      db().publication.findUnique({ where: { id: 1 }, select: { generation: true, version: true } })
    const before = await read()
    await fill(INBOX_IS_FULL)
    await told()
    expect(await read()).toEqual(before)
    await expect(transaction(async () => mailOverflow())).resolves.toBe(false)
  })
})

describe('readers’ suggestions', () => {
  it('are told of before their form turns readers away', async () => {
    await fill(SUGGESTIONS_NEAR - 1, { source: 'SUGGESTION' })
    expect(await told()).toEqual([])
    await fill(1, { source: 'SUGGESTION', state: 'LATER', laterUntil: new Date('2026-12-01') })
    const [mail] = await told()
    expect(mail?.subject).toBe(`Inbox: ${SUGGESTIONS_NEAR} suggestions wait`)
    expect(mail?.text).toContain(`at ${MOST_WAITING}`)
  })

  it('that fill the form say so', async () => {
    await fill(MOST_WAITING, { source: 'SUGGESTION' })
    const [mail] = await told()
    expect(mail?.text).toContain('turns readers away')
  })
})
