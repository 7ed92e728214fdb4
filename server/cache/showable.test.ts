import { describe, expect, it } from 'vitest'
import { type Ask, type Kept, makeKept } from './kept'
import { isShowable } from './showable'
import type { Known } from './standing'

const published = { room: 'pages', fresh: 60 } as const
const known: Known = {
  generation: 9,
  shownFrom: 0,
  storefrontOpen: true,
  withdrawn: new Map([
    ['/issues/issue-4', 7],
    ['/issues/%C3%BCber', 7],
  ]),
}

type Made = { address?: string; body?: string; type?: string; route?: Ask['route']; generation?: number }

function keep({
  address = '/',
  body = '',
  type = 'text/html',
  route = { keep: published },
  generation = 6,
}: Made): Kept {
  const ask: Ask = { address, route, load: async () => ({ found: 'nothing' }) }
  return makeKept(ask, generation, { status: 200, type, body: Buffer.from(body), headers: {} })
}

describe('an old page, where no newer can be had', () => {
  it.each([
    ['a page of other issues', { body: '<a href="/issues/issue-41">41</a> <a href="/issues/issue-40">' }],
    ['one made since', { body: '<a href="/issues/issue-4">', generation: 7 }],
    ['an issue of a longer name', { address: '/issues/issue-4-and-a-half' }],
    ['an image of before the last publication', { type: 'image/png', generation: 8 }],
    [
      'a picture of another issue',
      {
        address: '/issues/issue-5/card.png',
        type: 'image/png',
        route: { keep: published, resolve: 'issue' },
      },
    ],
    ['the storefront', { route: { keep: { room: 'pages', fresh: 0 }, resolve: 'storefront' } }],
  ] as [string, Made][])('is shown: %s', (_what, made) => {
    expect(isShowable(keep(made), known)).toBe(true)
  })

  it.each([
    ['a page with a link to an issue that was withdrawn', { body: '<a href="/issues/issue-4">Four</a>' }],
    ['with one to a place in it', { body: '<a href="https://a.example/issues/issue-4#item">' }],
    ['at the very end', { body: 'see /issues/issue-4' }],
    ['after one of a longer name', { body: '/issues/issue-41 /issues/issue-4 ' }],
    ['by another alphabet', { body: '<a href="/issues/%C3%BCber">' }],
    ['in a feed', { body: '<link>https://a.example/issues/issue-4</link>', type: 'application/rss+xml' }],
    ['the issue itself', { address: '/issues/issue-4' }],
    ['another form of it', { address: '/issues/issue-4.md', type: 'text/markdown' }],
    [
      'a picture of it',
      {
        address: '/issues/issue-4/card.png',
        type: 'image/png',
        route: { keep: published, resolve: 'issue' },
      },
    ],
    ['an image, which nobody can search', { type: 'image/png' }],
    ['what a search found', { route: { keep: { room: 'searches', fresh: 60 } } }],
  ] as [string, Made][])('is not shown: %s', (_what, made) => {
    expect(isShowable(keep(made), known)).toBe(false)
  })

  it('is not shown once something of its time was removed for good', () => {
    expect(isShowable(keep({}), { ...known, shownFrom: 7 })).toBe(false)
    expect(isShowable(keep({ generation: 7 }), { ...known, shownFrom: 7 })).toBe(true)
  })

  it('is not shown of a storefront that closed', () => {
    const route = { keep: { room: 'pages', fresh: 0 }, resolve: 'storefront' } as const
    expect(isShowable(keep({ route }), { ...known, storefrontOpen: false })).toBe(false)
  })

  it('is judged anew when something else is withdrawn', () => {
    const kept = keep({ body: '/issues/issue-5' })
    expect(isShowable(kept, known)).toBe(true)
    expect(isShowable(kept, { ...known, withdrawn: new Map([['/issues/issue-5', 9]]) })).toBe(false)
  })
})
