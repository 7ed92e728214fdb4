import { expect, it } from 'vitest'
import { topicClues } from './rules'

it('an item is like others of its site, by its people, and with topics that its headline names', () => {
  const clues = topicClues({
    url: 'https://www.blog.tides.example/waves?utm_source=x',
    headline: 'On call, and *on call*',
    byline: 'By [Ada Quay](https://ada.example) and Bo — Harbour',
  })
  expect(clues.authors).toEqual(['ada-quay', 'bo'])
  expect(clues.site).toBe('tides.example')
  expect(clues.words).toContain('on-call')
  expect(topicClues({ url: 'nowhere', headline: '', byline: '' })).toEqual({
    site: null,
    authors: [],
    words: [],
  })
})
