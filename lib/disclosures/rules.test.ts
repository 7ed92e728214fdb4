import { expect, test } from 'vitest'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { findUndisclosed } from './rules'

const names = {
  employerNames: ['Heroku'],
  sponsorNames: ['Victor Ops', ' '],
  recentSponsors: [
    { name: 'Coil & Sons', website: 'https://www.coil.example/?utm_source=notes' },
    { name: 'Lamp (Lens)', website: 'lamplens.example' },
    { name: 'Quay', website: 'https://github.example/quay-works/' },
    { name: 'No site', website: '' },
  ],
}
const found = (fields: Partial<DraftItem>) => {
  const item = {
    id: 'i',
    kind: 'link',
    headline: '',
    url: '',
    blurb: '',
    byline: '',
    disclosure: '',
    ...fields,
  }
  const draft = { sections: [{ items: [item] }] } as unknown as IssueDraft
  return findUndisclosed(draft, names).map((finding) => finding.message)
}

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
])('%j concerns your %s', (fields, who) => {
  expect(found(fields)).toEqual([expect.stringContaining(`your ${who}`)])
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
  [{ url: 'https://coil.example/', disclosure: 'By my sponsor.' }],
])('%j needs none', (fields) => {
  expect(found(fields)).toEqual([])
})
