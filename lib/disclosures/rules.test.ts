import { expect, test } from 'vitest'
import type { DraftItem } from '@/lib/issues/schema'
import { makeDraftOf, makeItem } from '@/lib/testing/drafts'
import { findUndisclosed } from './rules'

const names = {
  employerNames: ['Heroku', 'Pier One: Pier One owns my employer.'],
  sponsorNames: ['Victor Ops', ' '],
  recentSponsors: [
    { name: 'Coil & Sons', website: 'https://www.coil.example/?utm_source=notes' },
    { name: 'Lamp (Lens)', website: 'lamplens.example' },
    { name: 'Quay', website: 'https://github.example/quay-works/' },
    { name: 'No site', website: '' },
  ],
}
const found = (fields: Partial<DraftItem>, pages: { address: string; names: string[] }[] = []) => {
  const item = makeItem({ headline: '', url: '', blurb: '', ...fields })
  return findUndisclosed(makeDraftOf([item]), names, { pages })
}
const link = (url: string, label = 'More') => ({ links: [{ label, url }] })

test.each([
  [{ headline: 'Heroku Status' }, 'employer'],
  [{ blurb: 'My co-worker at HEROKU, Stella, gave this talk.' }, 'employer'],
  [{ url: 'https://status.heroku.com/incidents/941' }, 'employer'],
  [{ url: 'https://victorops.com/blog/blameless-culture/' }, 'sponsor'],
  [{ blurb: 'How coil & sons splice.' }, 'sponsor, Coil & Sons'],
  [{ url: 'https://coil.example/blog' }, 'sponsor, Coil & Sons'],
  [{ url: 'https://blog.coil.example/' }, 'sponsor, Coil & Sons'],
  [{ url: 'http://www.lamplens.example/a' }, 'sponsor, Lamp (Lens)'],
  [{ url: 'https://github.example/quay-works' }, 'sponsor, Quay'],
  [{ url: 'https://github.example/quay-works/pier/issues/1' }, 'sponsor, Quay'],
  [{ headline: 'No site goes down' }, 'sponsor, No site'],
  [link('https://blog.heroku.com/a'), 'employer'],
  [link('https://example.org/', 'Heroku’s own account'), 'employer'],
  [link('https://github.example/quay-works/pier'), 'sponsor, Quay'],
  [{ blurb: 'With [pictures](https://lamplens.example/p).' }, 'sponsor, Lamp (Lens)'],
  [{ blurb: 'With [pictures][1].\n\n[1]: https://victorops.com/p' }, 'sponsor, Victor Ops'],
])('%j concerns your %s', (fields, who) => {
  expect(found(fields)).toMatchObject([{ message: expect.stringContaining(`your ${who}`) }])
})
test.each([
  [{ headline: 'Herokuish buildpacks' }],
  [{ url: 'https://notheroku.example/' }],
  [{ headline: 'Heroku Status', disclosure: 'Full disclosure: Heroku is my employer.' }],
  [{ blurb: 'Nothing of the kind.' }],
  [{ url: 'https://recoil.example/' }],
  [{ url: 'https://coil.example.org/' }],
  [{ url: 'https://github.example/quay-workshop' }],
  [{ url: 'https://github.example/' }],
  [{ url: 'not an address' }],
  [link('https://github.example/quay-workshop')],
  [{ blurb: 'As [they](https://recoil.example/) say.' }],
  [{ credit: 'Thanks to [Ann](https://coil.example/ann).' }],
  [{ url: 'https://coil.example/', disclosure: 'By my sponsor.' }],
])('%j needs none', (fields) => {
  expect(found(fields)).toEqual([])
})

const theirs = 'https://example.org/a'
test.each<[string, Partial<DraftItem>, string[], string | undefined]>([
  ['its headline', { headline: 'Heroku' }, [], 'Full disclosure: Heroku is my employer.'],
  [
    'its address',
    { url: 'https://victorops.com/blog' },
    [],
    'This article is published by my sponsor, Victor Ops',
  ],
  [
    'a further link',
    link('https://victorops.com/blog'),
    [],
    'This article is published by my sponsor, Victor Ops',
  ],
  ['its words', { blurb: 'Travis and Heroku.' }, [], 'Full disclosure: Heroku, my employer, is mentioned.'],
  [
    'a link in them',
    { blurb: '[One](https://coil.example/).' },
    [],
    'Full disclosure: Coil & Sons, my sponsor, is mentioned.',
  ],
  ['its page', { url: theirs }, ['Heroku'], 'Full disclosure: Heroku, my employer, is mentioned.'],
  [
    'the page of a further link',
    link(theirs),
    ['Heroku'],
    'Full disclosure: Heroku, my employer, is mentioned.',
  ],
  ['the page of a link in its words, which is theirs', { blurb: `[One](${theirs}).` }, ['Heroku'], undefined],
  ['settings that say what', { headline: 'Pier One' }, [], 'Pier One owns my employer.'],
])('a sentence is proposed by how an item meets a name: %s', (_how, fields, onPage, sentence) => {
  const [finding] = found(fields, [{ address: theirs, names: onPage }])
  const value = finding?.fix?.does === 'edit' ? finding.fix.value : undefined
  expect(value).toEqual(sentence && expect.stringContaining(sentence))
})
