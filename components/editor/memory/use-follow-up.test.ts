import { expect, it } from 'vitest'
import type { Note } from '@/lib/memory/schema'
import { beginBlurb } from './use-follow-up'

const issue = { slug: 'issue-39', title: 'Tide Table #39', number: 39, date: '2026-05-03' }
const sent: Note = {
  ...{ kind: 'sent', issues: 1, itemId: 'a', headline: 'Why tides turn', excerpt: '' },
  ...{ href: 'https://news.example/items/a', issue },
}
const text = 'Follow-up to [#39](https://news.example/items/a): '
const url = 'https://tides.example/why'
const begun = { url, text }

it('begins an empty blurb once an address is written that was sent', () => {
  expect(beginBlurb({ url, blurb: '', notes: [sent] }, '', null)).toEqual({ blurb: text, begun })
  expect(beginBlurb({ url, blurb: '', notes: [] }, '', null)).toBeNull()
})

it('leaves what is written, what stood there before, and what was undone', () => {
  expect(beginBlurb({ url, blurb: 'M', notes: [sent] }, '', null)).toBeNull()
  expect(beginBlurb({ url, blurb: '', notes: [sent] }, url, null)).toBeNull()
  expect(beginBlurb({ url, blurb: '', notes: [sent] }, '', begun)).toBeNull()
  expect(beginBlurb({ url, blurb: `${text}The moon.`, notes: [sent] }, '', begun)).toBeNull()
})

it('takes the beginning away where the address is written on, and nothing else', () => {
  const on = `${url}-and-when`
  expect(beginBlurb({ url: on, blurb: text, notes: [] }, '', begun)).toEqual({ blurb: '', begun: null })
  const mine = `${text}The moon.`
  expect(beginBlurb({ url: on, blurb: mine, notes: [] }, '', begun)).toEqual({ blurb: mine, begun: null })
})
