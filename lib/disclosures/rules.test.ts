import { expect, test } from 'vitest'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { findUndisclosed } from './rules'

const names = { employerNames: ['Heroku'], sponsorNames: ['Victor Ops', ' '] }
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
])('%j concerns your %s', (fields, who) => {
  expect(found(fields)).toEqual([expect.stringContaining(`your ${who}`)])
})
test.each([
  [{ headline: 'Herokuish buildpacks' }],
  [{ url: 'https://notheroku.example/' }],
  [{ headline: 'Heroku Status', disclosure: 'Full disclosure: Heroku is my employer.' }],
  [{ blurb: 'Nothing of the kind.' }],
])('%j needs none', (fields) => {
  expect(found(fields)).toEqual([])
})
