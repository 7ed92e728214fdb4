import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeDraftOf, makeItem } from '@/lib/testing/drafts'
import { addressesOf, findAll, isUnderWay } from './rules'
import { type CheckedPage, type Checks, noChecks } from './schema'

const settings = { employerNames: [], sponsorNames: [], recentSponsors: [], blockingFindings: [] as string[] }
const page = (fields: Partial<CheckedPage>): CheckedPage => ({
  address: 'https://example.org/a',
  outcome: 'OK',
  message: 'So it is.',
  finalAddress: 'https://example.org/a',
  lookedAt: '2026-03-01T00:00:00Z',
  names: [],
  ...fields,
})
const found = (
  items: Parameters<typeof makeItem>[0][],
  checks: Partial<Checks> = {},
  blocking: string[] = [],
) =>
  findAll(
    makeDraftOf(items.map(makeItem)),
    { ...settings, blockingFindings: blocking },
    { ...noChecks, ...checks },
  )

test('a check that was cut off is not waited for for ever', () => {
  const run = { askedAt: '2026-03-01T00:00:00Z', total: 3, done: 1, finishedAt: null }
  const at = Date.parse(run.askedAt)
  expect([at, at + 29 * 60_000, at + 30 * 60_000].map((each) => isUnderWay(run, each))).toEqual([
    true,
    true,
    false,
  ])
  expect(isUnderWay({ ...run, finishedAt: '2026-03-01T00:01:00Z' }, at)).toBe(false)
  expect(isUnderWay(null, at)).toBe(false)
})
test('what pages answer is told, each with what mends it', () => {
  const moved = page({ outcome: 'MOVED', finalAddress: 'https://example.org/b' })
  const [finding] = found([{ url: 'https://example.org/a#part' }], { pages: [moved] })
  expect(finding).toMatchObject({
    code: 'link-moved',
    level: 'warn',
    message: 'A headline: So it is.',
    where: { kind: 'item', field: 'url' },
    fix: { label: 'Use the address it leads to', field: 'url', value: 'https://example.org/b#part' },
  })
  const [inBlurb] = found([{ url: 'https://x.example/', blurb: 'See [it](https://example.org/a).' }], {
    pages: [moved],
  })
  expect(inBlurb).toMatchObject({
    message: 'A headline, link to example.org: So it is.',
    fix: { field: 'blurb', value: 'See [it](https://example.org/b).' },
  })
  const [besideLonger] = found(
    [
      {
        url: 'https://x.example/',
        blurb:
          '[It](https://example.org/a), <https://example.org/a>, [more](https://example.org/ab), [old](https://web.example/https://example.org/a). At https://example.org/a.',
      },
    ],
    { pages: [{ ...moved, finalAddress: 'https://example.org/$&' }] },
  )
  expect(besideLonger).toMatchObject({
    fix: {
      value:
        '[It](https://example.org/$&), <https://example.org/$&>, [more](https://example.org/ab), [old](https://web.example/https://example.org/a). At https://example.org/$&.',
    },
  })
  const byline = '[Kim](https://example.org/a) and Mara'
  expect(found([{ url: 'https://x.example/', byline }], { pages: [moved] })).toMatchObject([
    {
      message: 'A headline, link to example.org: So it is.',
      where: { kind: 'item', field: 'byline' },
      fix: { field: 'byline', value: '[Kim](https://example.org/b) and Mara' },
    },
  ])
  const links = [{ label: 'Part two', url: 'https://example.org/a' }]
  expect(found([{ url: 'https://x.example/', links }], { pages: [page({ outcome: 'DEAD' })] })).toMatchObject(
    [{ code: 'link-dead', where: { field: 'links', link: { at: 0 } }, fix: { field: 'links', value: [] } }],
  )
  expect(found([{ url: 'https://example.org/a' }], { pages: [page({ outcome: 'UNSURE' })] })).toMatchObject([
    { code: 'link-unsure', level: 'warn' },
  ])
})

test('the settings say what blocks, and that comes first', () => {
  const items = [{ blurb: 'TODO' }, { id: 'j', url: 'https://example.org/a', headline: '' }]
  expect(found(items).map(({ code, level }) => [level, code])).toEqual([
    ['block', 'item-headline'],
    ['warn', 'item-repeat'],
    ['warn', 'text-placeholder'],
  ])
  expect(found(items, {}, ['text-placeholder']).map(({ code, level }) => [level, code])).toEqual([
    ['block', 'item-headline'],
    ['block', 'text-placeholder'],
    ['warn', 'item-repeat'],
  ])
})

test('one page under two addresses is the same twice', () => {
  const told = (one: string, other: string, pages: CheckedPage[] = []) =>
    found([{ url: one }, { id: 'j', url: other }], { pages }).filter(({ code }) => code === 'item-repeat')
      .length
  expect(told('https://example.org/a', 'http://www.example.org/a/?utm_source=x')).toBe(1)
  expect(told('https://example.org/a', 'https://example.org/b')).toBe(0)
  const short = page({ address: 'https://s.example/1', outcome: 'MOVED' })
  expect(told('https://example.org/a', 'https://s.example/1', [short])).toBe(1)
})

test('one page by another address that is known of it is the same twice', () => {
  const aliases = [
    { canonical: 'https://example.org/a', same: 'https://example.org/a' },
    { canonical: 'https://a.example/post', same: 'https://example.org/a' },
  ]
  const items = [{ url: 'https://example.org/a' }, { id: 'j', url: 'https://a.example/post?utm_source=x' }]
  expect(found(items, { aliases }).map(({ code }) => code)).toEqual(['item-repeat'])
  expect(found(items)).toEqual([])
})

test('a further link may be the same page as an item, or as its own; then the link can go', () => {
  const links = [{ label: 'Part two', url: 'https://example.org/two' }]
  const [first, other] = [
    { url: 'https://example.org/one', headline: 'One', links },
    { id: 'j', url: 'https://www.example.org/two', headline: 'Two' },
  ]
  const told = (...items: Parameters<typeof found>[0]) => found(items)[0]
  expect(told(first, other)).toMatchObject({
    message: 'Two leads to the same page as the link “Part two” of One.',
    where: { id: 'j', field: 'url' },
    fix: { label: 'Remove the link', row: { id: 'i' }, field: 'links', value: [] },
  })
  expect(told(other, first)).toMatchObject({
    message: 'One: the link “Part two” leads to the same page as Two.',
    where: { id: 'i', field: 'links', link: { at: 0 } },
    fix: { label: 'Remove the link', row: { id: 'i' }, field: 'links', value: [] },
  })
  expect(told({ ...first, url: 'https://example.org/two' })?.message).toBe(
    'One: the link “Part two” has the same address as the item itself.',
  )
})

test('status pages are linked again whenever something breaks, and a text may lead to another item', () => {
  const status = 'https://status.example.org/'
  expect(found([{ url: status }, { id: 'j', url: status }])).toEqual([])
  const blurb = 'See [it](https://example.org/a).'
  expect(found([{ url: 'https://example.org/a' }, { id: 'j', url: 'https://example.org/b', blurb }])).toEqual(
    [],
  )
})

test('what readers had lately is told, the previous issue first; lists are exempt', () => {
  const place = (address: string, isPrevious: boolean) => ({
    ...{ address, isPrevious, headline: 'Tides', issue: 'Notes #3', date: '2026-02-22', path: '/items/x' },
  })
  const checks = { past: [place('https://example.org/a', false), place('https://example.org/b', true)] }
  const items = [{ url: 'https://example.org/a' }, { id: 'j', url: 'https://example.org/b' }]
  expect(found(items, checks).map(({ message }) => message)).toEqual([
    'A headline was in the previous issue, Notes #3 (Sun 22 Feb 2026) as “Tides”.',
    'A headline was in Notes #3 (Sun 22 Feb 2026) as “Tides”.',
  ])
})

test('a link to another item of the issue leads somewhere once that is published, and isn’t asked before', () => {
  const [one, two] = [randomUUID(), randomUUID()]
  const blurb = `See [two](https://news.example/items/${two}) and [old](https://news.example/items/${randomUUID()}).`
  const draft = makeDraftOf([
    makeItem({ id: one, url: 'https://a.example/', blurb }),
    makeItem({ id: two, url: '' }),
  ])
  expect(addressesOf(draft)).toEqual(['https://a.example/', expect.stringContaining('/items/')])
})
