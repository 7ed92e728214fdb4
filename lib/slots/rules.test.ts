import { describe, expect, it } from 'vitest'
import type { SlotState } from '@/lib/sponsors/schema'
import {
  askedOf,
  isClosed,
  newerCopyOf,
  nextForCurator,
  nextForSponsor,
  type Standing,
  standingInWords,
  toneOf,
} from './rules'
import type { SaidOfSlot } from './schema'

const today = '2026-12-01'
const slot = (state: SlotState, more: Partial<Standing> = {}): Standing => ({
  state,
  deadline: '2026-12-03',
  ...more,
})
const forSponsor = (...of: Parameters<typeof slot>) => nextForSponsor(slot(...of), today)
const forCurator = (...of: Parameters<typeof slot>) => nextForCurator(slot(...of), today)

describe('what is next', () => {
  it('of a message that is out tells both sides of newer copy', () => {
    expect([forSponsor('RAN'), forCurator('RAN')]).toEqual([
      'Your message is out. The report shows how it does.',
      'It is out.',
    ])
    expect(forSponsor('RAN', { newer: 'waits' })).toMatch(/is out.*with the editors/)
    expect(forCurator('RAN', { newer: 'waits' })).toMatch(/is out.*waits for your review/)
    expect(forSponsor('RAN', { newer: 'waits', writtenByStudio: true })).toMatch(/is out.*accept it/)
    expect(forCurator('RAN', { newer: 'waits', writtenByStudio: true })).toMatch(/is out.*may accept/)
    expect(forSponsor('RAN', { newer: 'sent back' })).toMatch(/is out.*ask for changes/)
    expect(forCurator('RAN', { newer: 'sent back' })).toMatch(/is out.*makes the changes/)
  })

  it('of copy that is late depends on whether it is still taken', () => {
    const late = { deadline: '2026-11-30' }
    expect(forSponsor('BOOKED', late)).toMatch(/overdue/)
    expect(forSponsor('BOOKED', { ...late, acceptsLate: false })).toMatch(
      /nothing is taken.*Write to the editors/,
    )
  })

  it('of a missed slot knows of its make-good, and doesn’t say that an issue to come is out', () => {
    expect(forSponsor('MISSED')).toMatch(/will offer another date/)
    expect(forSponsor('MISSED', { isMadeGood: true })).toMatch(/Another date is booked/)
    expect(forCurator('MISSED')).toMatch(/Book a make-good/)
    expect(forCurator('MISSED', { isMadeGood: true })).toMatch(/make-good is booked/)
    expect(forCurator('MISSED', { isHouse: true })).not.toMatch(/make-good/)
    expect(forSponsor('MISSED') + forCurator('MISSED')).not.toMatch(/went out/)
  })

  it('of a missed slot says why, and blames nobody for a skipped week', () => {
    expect(forSponsor('MISSED', { reason: 'The issue was skipped.', isMadeGood: true })).toBe(
      'The issue was skipped. Your message doesn’t run on this date. Another date is booked for it.',
    )
    expect(forSponsor('MISSED')).toBe(
      'Your message doesn’t run on this date. The editors will offer another date.',
    )
  })

  it('of a message whose issue was withdrawn doesn’t say that it is out', () => {
    const back = { isWithdrawn: true }
    expect(forSponsor('RAN', back) + forCurator('RAN', back)).not.toMatch(/is out/)
    expect(forCurator('RAN', back)).toMatch(/Book a make-good/)
    expect(forSponsor('RAN', { ...back, isMadeGood: true })).toMatch(/Another date is booked/)
    expect(forCurator('BOOKED', back)).not.toMatch(/withdrawn/)
  })

  it('offers what ran before to whoever has something of the kind', () => {
    expect(forSponsor('BOOKED')).not.toMatch(/ran before/)
    expect(forSponsor('BOOKED', { hasEarlier: true })).toMatch(/run what you ran before/)
  })

  it('of a company that nobody can reach is the curator’s alone', () => {
    const alone = { isUnreachable: true, writtenByStudio: true }
    expect(forCurator('BOOKED', alone)).toMatch(/^Add a contact/)
    expect(forCurator('COPY_SUBMITTED', alone)).toBe('Review the copy.')
  })

  it('of house copy is the curator’s own', () => {
    expect(forCurator('BOOKED', { isHouse: true })).toMatch(/^Write your own copy/)
    expect(forCurator('COPY_SUBMITTED', { isHouse: true, writtenByStudio: true })).toBe('Review the copy.')
  })
})

describe('standingInWords', () => {
  const words = (state: SlotState, more: Partial<Standing> = {}, day = today) =>
    (['sponsor', 'studio'] as const).map((viewer) => standingInWords(slot(state, more), day, viewer))

  it('says for whom copy waits', () => {
    expect(words('COPY_SUBMITTED')).toEqual(['waiting for review', 'waiting for review'])
    const written = { writtenByStudio: true }
    expect(words('COPY_SUBMITTED', written)).toEqual(['waiting for you', 'waiting for the sponsor'])
    expect(words('COPY_SUBMITTED', { ...written, isHouse: true })[1]).toBe('waiting for approval')
    expect(words('RAN', { newer: 'waits' })).toEqual(['ran', 'ran, new copy waits for review'])
    expect(words('RAN', { newer: 'sent back' })[0]).toBe('ran, changes requested')
  })

  it('says that copy is overdue, and not by its colour alone', () => {
    expect(words('BOOKED')).toEqual(['booked', 'booked'])
    expect(words('BOOKED', {}, '2026-12-04')).toEqual(['overdue', 'overdue'])
    expect(words('CHANGES_REQUESTED', {}, '2026-12-04')[0]).toMatch(/overdue/)
    expect(words('APPROVED', {}, '2026-12-04')).toEqual(['approved', 'approved'])
  })
})

it('a slot is closed after its deadline where nothing is taken late, unless changes were asked for', () => {
  const strict = { acceptsLate: false }
  expect(isClosed(slot('BOOKED', strict), '2026-12-03')).toBe(false)
  expect(isClosed(slot('BOOKED', strict), '2026-12-04')).toBe(true)
  expect(isClosed(slot('BOOKED'), '2026-12-04')).toBe(false)
  expect(isClosed(slot('CHANGES_REQUESTED', strict), '2026-12-04')).toBe(false)
})

it('what the editors ask for is what they asked for last, while they ask', () => {
  const ask = (comment: string) => ({ verdict: 'CHANGES_REQUESTED', comment }) as SaidOfSlot
  const said = [ask('First.'), ask('Then.'), { verdict: 'COMMENT', comment: 'Thanks.' } as SaidOfSlot]
  expect(askedOf(slot('CHANGES_REQUESTED'), said)).toBe('Then.')
  expect(askedOf(slot('RAN', { newer: 'sent back' }), said)).toBe('Then.')
  expect(askedOf(slot('COPY_SUBMITTED'), said)).toBeNull()
})

describe('toneOf', () => {
  it('shows a running message whose newer copy waits as waiting', () => {
    expect(toneOf(slot('RAN'), today)).toBe('ok')
    expect(toneOf(slot('RAN', { newer: 'waits' }), today)).toBe('accent')
    expect(toneOf(slot('RAN', { newer: 'sent back' }), today)).toBe('warn')
  })
})

describe('newerCopyOf', () => {
  const of = (versionId: string, verdict: Parameters<typeof newerCopyOf>[1], state: SlotState = 'RAN') =>
    newerCopyOf({ state, versionId, approvedVersionId: 'v1' }, verdict)

  it('is what waits beside what runs, or was sent back', () => {
    expect(of('v1', 'APPROVED')).toBeNull()
    expect(of('v2', null)).toBe('waits')
    expect(of('v2', 'CHANGES_REQUESTED')).toBe('sent back')
    expect(of('v1', 'CHANGES_REQUESTED')).toBe('sent back')
    expect(of('v2', null, 'COPY_SUBMITTED')).toBeNull()
  })
})
