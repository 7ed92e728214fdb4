import { describe, expect, it } from 'vitest'
import {
  ageInWords,
  blurbOfCapture,
  captureOfItem,
  currentDraft,
  itemOfCapture,
  laterChoices,
  nameInList,
  nameOfCapture,
  siteBeside,
} from './rules'
import { bareCapture } from './schema'

it.each([
  ['blog.acme.com', 'Acme', ''],
  ['blog.acme.com', 'Acme Blog', 'Acme Blog'],
  ['theverge.com', 'The Verge', ''],
  ['stackoverflow.blog', 'The Overflow', 'The Overflow'],
  ['acme.com', ' … ', ''],
])('beside %s, %j is told as %j', (host, site, told) => expect(siteBeside(host, site)).toBe(told))

describe('the item of a capture', () => {
  it('begins with the quote, every line behind >, and the note under it', () => {
    expect(blurbOfCapture({ quote: 'One.\n\nTwo.', note: 'Look.' })).toBe('> One.\n>\n> Two.\n\nLook.')
    expect(blurbOfCapture({ quote: '', note: 'Look.' })).toBe('Look.')
    expect(blurbOfCapture({ quote: 'One.', note: '' })).toBe('> One.')
  })

  it('is the same again after a way through the inbox', () => {
    const item = {
      kind: 'link' as const,
      headline: 'A page',
      url: 'https://example.org/',
      blurb: '> Quote\n\nText',
      byline: 'Kim',
      credit: 'Devops Weekly',
      disclosure: 'My employer',
      links: [{ label: 'more', url: 'https://example.org/more' }],
      topics: ['dns'],
      tied: true,
      lang: 'fr',
      dir: null,
    }
    expect(itemOfCapture(captureOfItem(item))).toEqual({ ...item, tied: undefined })
  })

  it('is named by its title, else by its address', () => {
    expect(nameOfCapture({ title: '', url: 'https://www.example.org/a' })).toBe('example.org/a')
    expect(nameOfCapture({ title: 'A page', url: 'https://example.org' })).toBe('A page')
    expect(bareCapture('https://example.org')).toMatchObject({ title: '', via: '' })
  })
})

describe('a row of a list', () => {
  const page = { title: 'Page', source: 'STUDIO' as const, titleIsPages: true, fieldVersions: {} }
  const untitled = { ...page, title: '', titleIsPages: false }
  it.each([
    ['is called after its service and not by the page’s title', page, 'Quay'],
    ['also where it was added by its address alone', untitled, 'Quay'],
    ['keeps what was written as its title', { ...page, titleIsPages: false }, 'Page'],
    ['and stays without one that somebody emptied', { ...untitled, fieldVersions: { title: 1 } }, ''],
  ])('%s', (_, capture, name) => expect(nameInList(capture, 'Quay')).toBe(name))
})

describe('days to put off to', () => {
  const labels = (today: string, date: string | null) =>
    laterChoices(today, date).map(({ until, label }) => `${until} ${label}`)

  it('are the nearest first', () => {
    expect(labels('2026-11-25', '2026-11-29')).toEqual([
      '2026-11-26 Tomorrow',
      '2026-11-30 Next Monday',
      '2026-12-09 In two weeks',
      '2026-12-25 In a month',
    ])
    expect(labels('2026-11-25', '2026-11-27')).toContain('2026-11-28 After this issue')
  })

  it('never come twice, and Monday is the next one on a Monday', () => {
    expect(labels('2026-11-29', null)[0]).toBe('2026-11-30 Tomorrow')
    expect(labels('2026-11-30', '2026-11-01')).toContain('2026-12-07 Next Monday')
  })
})

describe('the draft that is written now', () => {
  const draft = (date: string, state: 'DRAFT' | 'SCHEDULED' = 'DRAFT') => ({ date, state })
  const today = '2026-11-25'

  it('is the next that is to come', () => {
    const drafts = [
      draft('2026-12-06'),
      draft('2026-11-29'),
      draft('2026-11-01'),
      draft('2026-11-26', 'SCHEDULED'),
    ]
    expect(currentDraft(drafts, today)).toBe(drafts[1])
  })

  it('is the last one overdue before one that is scheduled already', () => {
    const drafts = [draft('2026-11-01'), draft('2026-11-08'), draft('2026-11-29', 'SCHEDULED')]
    expect(currentDraft(drafts, today)).toBe(drafts[1])
    expect(currentDraft(drafts.slice(2), today)).toBe(drafts[2])
    expect(currentDraft([], today)).toBeNull()
  })
})

describe('how long ago', () => {
  const days = (instant: Date) => instant.toISOString().slice(0, 10)
  const told = (at: string) => ageInWords(new Date(at), new Date('2026-11-25T20:00:00Z'), days)

  it.each([
    ['2026-11-25T19:59:00Z', 'just now'],
    ['2026-11-25T20:03:00Z', 'just now'],
    ['2026-11-25T19:20:00Z', '40 min ago'],
    ['2026-11-25T02:00:00Z', '18 h ago'],
    ['2026-11-24T21:00:00Z', 'yesterday'],
    ['2026-11-23T23:00:00Z', 'Monday'],
    ['2026-11-19T10:00:00Z', 'Thursday'],
    ['2026-11-18T10:00:00Z', '18 Nov'],
    ['2025-11-18T10:00:00Z', '18 Nov 2025'],
  ])('%s is %s', (at, words) => expect(told(at)).toBe(words))
})
