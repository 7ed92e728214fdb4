import { describe, expect, it, test } from 'vitest'
import { contactMailKinds } from '@/lib/sponsors/schema'
import { contactMail } from './contact-mail'
import { contactText } from './contact-texts'
import { editorText } from './editor-texts'
import type { SlotFacts } from './schema'

const facts: SlotFacts = {
  publication: 'Tide Table',
  zone: 'America/New_York',
  today: '2026-11-24',
  sponsor: 'Acme',
  state: 'BOOKED',
  date: '2026-12-06',
  deadline: '2026-12-03',
  placement: {
    name: 'Top',
    description: '',
    maxCharacters: 600,
    maxLinks: 1,
    imageAllowed: false,
    acceptsLate: true,
  },
  reason: '',
  submittedLate: false,
  writtenByStudio: false,
  series: ['2026-12-06'],
  makesGood: null,
  movedFrom: null,
  hasEarlier: true,
}
const said = { byName: 'Ada', comment: 'Say what it does.\n\nShorter, too.', onBehalf: false }
const all = (told: { subject: string; paragraphs: string[] }) => [told.subject, ...told.paragraphs].join('\n')

describe('what a contact is told', () => {
  it('of a booking: date, placement, spec and deadline', () => {
    expect(contactText('booked', facts)).toEqual({
      subject: 'Booked in Tide Table: Top, Sunday 6 December 2026',
      heading: 'Your message is booked',
      paragraphs: [
        'Acme has “Top” in the issue of Tide Table of Sunday 6 December 2026.',
        'Your copy may have 600 characters of visible text, up to 1 link and no image.',
        'It is due by the end of Thursday 3 December 2026, Eastern Time.',
        expect.stringContaining('You need no account.'),
      ],
      label: 'Write your copy',
    })
  })

  it('of a series: all its dates, once', () => {
    const series = ['2026-12-06', '2026-12-20', '2027-01-03']
    const told = contactText('booked', { ...facts, series })
    expect(told.subject).toBe('Booked in Tide Table: Top, 3 issues')
    expect(all(told)).toContain('The first one is due by the end of Thursday 3 December 2026')
    expect(told.paragraphs[0]).toBe(
      'Acme has “Top” in 3 issues of Tide Table: Sunday 6 December 2026, Sunday 20 December 2026 and Sunday 3 January 2027.',
    )
  })

  it('of a deadline that has passed: whether late copy is taken', () => {
    const late = { ...facts, today: '2026-12-04' }
    expect(all(contactText('booked', late))).toContain('It is still taken')
    const strict = { ...late, placement: { ...facts.placement, acceptsLate: false } }
    expect(all(contactText('booked', strict))).toContain('nothing is taken after that')
  })

  it('of changes: what was asked, in the curator’s own paragraphs', () => {
    const { paragraphs } = contactText('changes-requested', { ...facts, state: 'CHANGES_REQUESTED' }, said)
    expect(paragraphs.slice(1, 3)).toEqual(['Ada wrote: Say what it does.', 'Shorter, too.'])
  })

  it('of a missed slot: why, and nothing of an issue that may not come at all', () => {
    const told = contactText('missed', { ...facts, state: 'MISSED', reason: 'The issue was skipped.' })
    expect(told.subject).toBe('Not this time: Top, Sunday 6 December 2026 in Tide Table')
    expect(told.paragraphs.slice(0, 2)).toEqual([
      'Readers won’t have your message in “Top” in the issue of Tide Table of Sunday 6 December 2026.',
      'The reason: The issue was skipped.',
    ])
  })

  it('of a move: from where to where, and that approved copy stays so', () => {
    const movedFrom = { date: '2026-11-29', placement: 'Bottom' }
    const told = contactText('moved', { ...facts, state: 'APPROVED', movedFrom })
    expect(all(told)).toContain('Before, it was “Bottom” on Sunday 29 November 2026.')
    expect(all(told)).toContain('stays approved')
  })

  it.each([
    ['2026-11-26', 'is due in 7 days'],
    ['2026-12-02', 'is due tomorrow'],
    ['2026-12-03', 'is due today'],
    ['2026-12-04', 'is overdue'],
  ])('in a reminder of %s: copy %s', (today, words) => {
    expect(contactText('reminder', { ...facts, today }).heading).toBe(`Your copy ${words}`)
  })

  it('in a reminder of what the studio wrote: to accept it', () => {
    const told = contactText('reminder', { ...facts, state: 'COPY_SUBMITTED', writtenByStudio: true })
    expect(told.paragraphs[1]).toBe('Please answer by the end of Thursday 3 December 2026, Eastern Time.')
  })

  test.each(contactMailKinds)('%s: one subject line, whole sentences, nothing left empty', (kind) => {
    for (const state of ['BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'RAN'] as const) {
      const { subject, heading, paragraphs, label } = contactText(kind, { ...facts, state }, said)
      expect(subject).not.toMatch(/\n|undefined|null/)
      expect(heading).not.toMatch(/[.:]$/)
      expect(label).not.toBe('')
      for (const paragraph of paragraphs) expect(paragraph).toMatch(/^[A-Z“].*\.$/s)
      expect(paragraphs.join(' ')).toContain('Sunday 6 December 2026')
    }
  })
})

test('a very long comment is cut; the page has the whole', () => {
  const told = editorText('commented', facts, { ...said, comment: 'word '.repeat(1_000) })
  expect(told.paragraphs[0]?.length).toBeLessThan(2_100)
})

test('the editors are told what came, from whom, and whether it was late', () => {
  const told = editorText('submitted', { ...facts, state: 'COPY_SUBMITTED', submittedLate: true }, said)
  expect(told.paragraphs[0]).toBe(
    'Ada sent it for “Top” in the issue of Tide Table of Sunday 6 December 2026. It came after the deadline.',
  )
  expect(all(editorText('unreachable', facts))).toContain('no contact')
})

test('a mail has its one link in both parts, and nothing of a comment becomes markup', async () => {
  const link = 'https://example.org/sponsor/open/x?next=%2Fsponsor'
  const told = contactText('commented', facts, { ...said, comment: '<img src=x> & <b>so</b>' })
  const envelope = { id: crypto.randomUUID(), to: 'kim@example.com' }
  const mail = await contactMail(envelope, told, { publication: 'Tide Table', sponsor: 'Acme', link })
  expect(mail.text.match(/https?:\S+/g)).toEqual([link])
  expect(mail.html).toContain(`href="${link}"`)
  expect(mail.html).not.toContain('<b>')
  expect(mail.text).toContain('Ada wrote: <img src=x> & <b>so</b>')
})

test('who never ran anything isn’t told to run it again', () => {
  const first = { ...facts, hasEarlier: false }
  for (const kind of ['booked', 'make-good', 'reminder'] as const) {
    expect(all(contactText(kind, facts))).toMatch(/ran before/)
    expect(all(contactText(kind, first))).not.toMatch(/ran before/)
  }
})
