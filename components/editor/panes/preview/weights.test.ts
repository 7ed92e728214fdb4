import { expect, it } from 'vitest'
import { emptyItem } from '@/lib/issues/rules'
import type { IssueDraft } from '@/lib/issues/schema'
import type { EmailPart } from '@/lib/render/email/rows'
import { heaviestPart, weighParts, weighSections } from './weights'

const item = (id: string) => ({ ...emptyItem, id, version: 0, headline: `Item ${id}` })
const draft = {
  sections: [
    { id: 's', title: 'Articles', layout: 'articles', version: 0, items: [item('a'), item('b')] },
    { id: 't', title: 'Outages', layout: 'list', version: 0, items: [item('c')] },
    { id: 'u', title: null, layout: 'list', version: 0, items: [] },
  ],
  sponsorParts: [{ id: 'p', sponsor: 'Ropeworks', label: 'From our sponsor' }],
} as unknown as IssueDraft
const row = (kind: EmailPart['kind'], id: string, bytes: number) => ({
  part: { kind, id },
  bytes,
})
const email = {
  bytes: 1_000,
  rows: [
    row('head', '', 50),
    row('sponsor', 'p', 400),
    row('section', 's', 20),
    row('item', 'a', 100),
    row('item', 'b', 200),
    row('section', 't', 10),
    row('list', 't', 90),
  ],
}

it('are of every part of the mail, the heaviest first, and together the whole of it', () => {
  const weights = weighParts(email, draft)
  expect(weights.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['Ropeworks', 400],
    ['What every email needs', 210],
    ['Item b', 200],
    ['Item a', 100],
    ['Rows of Outages', 90],
  ])
  expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(email.bytes)
})

it('lead to what can be shortened here', () => {
  expect(heaviestPart(email, draft)?.where).toEqual({ kind: 'item', id: 'b', field: 'blurb' })
})

it.each([
  ['intro', { kind: 'issue', field: 'intro' }],
  ['outro', { kind: 'issue', field: 'outro' }],
  ['list', { kind: 'section', id: 't', field: 'title' }],
  ['sponsor', null],
  ['foot', null],
] as const)('of %s leads where it is written', (kind, where) => {
  const part = row(kind, kind === 'list' ? 't' : kind === 'sponsor' ? 'p' : '', 500)
  expect(weighParts({ bytes: 500, rows: [part] }, draft)[0]).toMatchObject({ bytes: 500, where })
})

it('are added up for each section that is shown', () => {
  expect(weighSections(email, draft).map(({ name, bytes }) => [name, bytes])).toEqual([
    ['Articles', 320],
    ['Outages', 100],
  ])
})
