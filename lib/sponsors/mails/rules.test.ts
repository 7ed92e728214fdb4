import { describe, expect, it, test } from 'vitest'
import { contactMailKinds, slotStates } from '@/lib/sponsors/schema'
import { isStillTrue, MAIL_SETTLES_MS, type MailStanding, type Move, moveInOne } from './rules'

const standing: MailStanding = {
  state: 'BOOKED',
  versionId: null,
  approvedVersionId: null,
  writtenByStudio: false,
  aboutVersionId: null,
  isWithdrawn: false,
  movedFrom: null,
}
const statesOf = (kind: (typeof contactMailKinds)[number], fields: Partial<MailStanding> = {}) =>
  slotStates.filter((state) => isStillTrue(kind, { ...standing, ...fields, state }))

describe('a message about a slot leaves while it is true', () => {
  it('a reminder only while the sponsor has something to do', () => {
    expect(statesOf('reminder')).toEqual(['BOOKED', 'CHANGES_REQUESTED'])
    expect(statesOf('reminder', { writtenByStudio: true })).toEqual([
      'BOOKED',
      'COPY_SUBMITTED',
      'CHANGES_REQUESTED',
    ])
  })

  it('that it is out, while its issue is', () => {
    expect(statesOf('ran')).toEqual(['RAN'])
    for (const kind of ['ran', 'live'] as const) expect(statesOf(kind, { isWithdrawn: true })).toEqual([])
  })

  it('none but a comment once the booking is off', () => {
    for (const kind of contactMailKinds) {
      if (kind === 'commented') continue
      expect(isStillTrue(kind, { ...standing, state: 'RELEASED' })).toBe(kind === 'released')
      expect(isStillTrue(kind, { ...standing, state: 'MISSED' })).toBe(kind === 'missed')
    }
  })

  it('an approval and a request for changes only of the version they are about', () => {
    const of = { versionId: 'new', approvedVersionId: 'new' }
    expect(statesOf('approved', { ...of, aboutVersionId: 'old' })).toEqual([])
    expect(statesOf('approved', { ...of, aboutVersionId: 'new' })).toEqual(['APPROVED', 'RAN'])
    expect(statesOf('changes-requested', { ...of, aboutVersionId: 'old' })).toEqual([])
    expect(statesOf('changes-requested', { ...of, aboutVersionId: 'new' })).toEqual([
      'CHANGES_REQUESTED',
      'RAN',
    ])
  })

  it('what the studio wrote is not put forward once it is approved', () => {
    const of = { versionId: 'v', aboutVersionId: 'v' }
    expect(statesOf('written', { ...of, approvedVersionId: 'v' })).toEqual(['COPY_SUBMITTED'])
    expect(statesOf('written', { ...of, approvedVersionId: 'old' })).toEqual(['COPY_SUBMITTED', 'RAN'])
  })
})

describe('moves', () => {
  const place = (issueId: string) => ({ issueId, placementId: 'top' })
  const move = (from: string, to: string, ms: number): Move => ({
    at: new Date(ms),
    from: place(from),
    to: place(to),
  })

  test('of one sitting are one', () => {
    expect(moveInOne([move('a', 'b', 0), move('b', 'c', 10)])).toEqual(place('a'))
  })
  test('taken back at once are none', () => {
    expect(moveInOne([move('a', 'b', 0), move('b', 'a', 10)])).toBeNull()
    expect(moveInOne([])).toBeNull()
  })
  test('taken back after the mail left are told', () => {
    expect(moveInOne([move('a', 'b', 0), move('b', 'a', MAIL_SETTLES_MS)])).toEqual(place('b'))
  })
})
