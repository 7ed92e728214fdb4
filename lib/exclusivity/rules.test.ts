import { describe, expect, it } from 'vitest'
import type { InventoryDate, InventorySlot } from '@/lib/inventory/schema'
import { clashInWords, findClash } from './rules'

const slot = (sponsor: string, field = '', isHouse = false): InventorySlot => ({
  id: `slot-${sponsor}`,
  placementId: 'top',
  ordinal: 1,
  state: 'BOOKED',
  sponsorId: sponsor,
  sponsor,
  isHouse,
  field,
  writtenByStudio: false,
  hasContact: true,
})
const on = (day: string, slots: InventorySlot[] = [], state: InventoryDate['state'] = 'PLANNED') => ({
  date: `2026-12-${day}`,
  issueId: day,
  state,
  slots,
})
const acme = { sponsorId: 'Acme', field: 'Observability', isHouse: false }
const clash = (rows: ReturnType<typeof on>[], at: number, who: Parameters<typeof findClash>[2] = acme) =>
  findClash(rows, rows[at] as ReturnType<typeof on>, who)

describe('in one issue', () => {
  it('two that sell the same clash, however it is written', () => {
    const rows = [on('06', [slot('Globex', 'observability ')])]
    expect(clash(rows, 0)).toEqual({ kind: 'competitor', sponsor: 'Globex' })
  })

  it('others don’t: another field, none, the house, and the company itself', () => {
    const fine = [slot('Globex', 'hosting'), slot('Initech'), slot('House', 'observability', true)]
    expect(clash([on('06', [...fine, slot('Acme', 'observability')])], 0)).toBeNull()
    expect(clash([on('06', [slot('Initech')])], 0, { ...acme, field: '' })).toBeNull()
    expect(clash([on('06', [slot('Globex', 'observability')])], 0, { ...acme, isHouse: true })).toBeNull()
  })
})

describe('in neighbouring issues', () => {
  it('a company stands in one of them', () => {
    const rows = [on('06', [slot('Acme')]), on('13'), on('20'), on('27', [slot('Acme')])]
    expect(clash(rows, 1)).toEqual({ kind: 'neighbour', date: '2026-12-06' })
    expect(clash(rows, 2)).toEqual({ kind: 'neighbour', date: '2026-12-27' })
  })

  it('a week that is skipped lies between nothing', () => {
    const rows = [on('06', [slot('Acme')]), on('13', [], 'SKIPPED'), on('20')]
    expect(clash(rows, 2)).toEqual({ kind: 'neighbour', date: '2026-12-06' })
  })

  it('a booking that moves to the next issue doesn’t meet itself', () => {
    const rows = [on('06', [slot('Acme')]), on('13')]
    expect(clash(rows, 1, { ...acme, slotId: 'slot-Acme' })).toBeNull()
  })
})

it('is said by name', () => {
  const words = (clash: Parameters<typeof clashInWords>[0]) => clashInWords(clash, 'Acme', '2026-12-13')
  expect(words({ kind: 'competitor', sponsor: 'Globex' })).toMatch(/^Globex .* Sun 13 Dec 2026 .* as Acme\./)
  expect(words({ kind: 'neighbour', date: '2026-12-06' })).toMatch(
    /^Acme .* Sun 6 Dec 2026 .* Sun 13 Dec 2026\./,
  )
})
