import { describe, expect, it } from 'vitest'
import type { SlotState } from '@/lib/sponsors/schema'
import { newerCopyOf, nextForCurator, nextForSponsor, type Standing, toneOf } from './rules'

const today = '2026-12-01'
const slot = (state: SlotState, more: Partial<Standing> = {}): Standing => ({
  state,
  deadline: '2026-12-03',
  hasCopy: true,
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

  it('of house copy is the curator’s own', () => {
    expect(forCurator('BOOKED', { isHouse: true })).toMatch(/^Write your own copy/)
    expect(forCurator('COPY_SUBMITTED', { isHouse: true, writtenByStudio: true })).toBe('Review the copy.')
  })
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
