import { beforeAll, describe, expect, it } from 'vitest'
import { pgPool } from '@/lib/db/pool'
import { setEnv } from '@/lib/env/env'
import { readImage } from '@/lib/sponsors/images/read-image'
import { makePublication } from '@/lib/testing/issues'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { type Making, make } from './makers'

testDatabase()

const item = makeItem({
  topics: ['Sea Ice'],
  byline: 'Ann Dahl',
  headline: 'Tides <b>',
  blurb: 'Read *this*.',
})

async function madeOf(making: Making, params = {}, query = {}): Promise<{ type: string; text: string }> {
  const { type, body } = await make(making, { params, query })
  return { type, text: body.toString() }
}

beforeAll(async () => {
  setEnv({ APP_URL: 'https://news.example' })
  await makePublication()
  await pgPool().query(`UPDATE "Publication" SET lang = 'ar', dir = 'rtl', "accentLight" = '#123456'`)
  const sections = [makeSection({ title: 'Long reads', items: [item] })]
  await makePublishedIssue(makeDocument({ issue: { slug: 'issue-1', date: '2026-01-02' }, sections }))
})

describe('a reader’s page', () => {
  it.each<[Making, Record<string, string>, Record<string, string>?]>([
    ['front', {}],
    ['archive', {}],
    ['year', { year: '2026' }],
    ['issue', { slug: 'issue-1' }],
    ['item', { item: item.id }],
    ['topics', {}],
    ['topic', { term: 'sea-ice' }],
    ['author', { term: 'ann-dahl' }],
    ['search', {}, { q: 'tides' }],
    ['follow', {}],
    ['request-sent', {}],
  ])('%s is whole, in the language of the publication', async (making, params, query) => {
    const { type, text } = await madeOf(making, params, query)
    expect(type).toBe('text/html; charset=utf-8')
    expect(text).toMatch(
      /^<!DOCTYPE html><html lang="ar" dir="rtl" style="--accent:light-dark\([^"]+\)"><head>/,
    )
    expect(text).toMatch(/<\/main>.*<\/body><\/html>$/s)
    expect(text.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')).not.toContain('<script')
  })

  it('gives a text the same HTML wherever it stands', async () => {
    const pages = await Promise.all([
      madeOf('front'),
      madeOf('issue', { slug: 'issue-1' }),
      madeOf('item', { item: item.id }),
    ])
    for (const { text } of pages) expect(text).toContain('<p>Read <em>this</em>.</p>')
  })
})

describe('what is not there any more', () => {
  it.each<[Making, Record<string, string>]>([
    ['issue', { slug: 'none' }],
    ['issue.md', { slug: 'none' }],
    ['issue.json', { slug: 'none' }],
    ['issue-card', { slug: 'none' }],
    ['item', { item: '00000000-0000-4000-8000-000000000000' }],
    ['topic', { term: 'none' }],
    ['storefront', {}],
    ['request', {}],
    ['suggest', {}],
    ['suggestion', { token: 'none' }],
    ['sitemap-part', { part: 'items-9' }],
    ['style-sheet', { hash: 'none' }],
    ['icon', { icon: '../icon' }],
    [{ feed: 'topics', format: 'rss' }, { term: 'none' }],
  ])('%j says so', async (making, params) => {
    await expect(make(making, { params, query: {} })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a file for readers', () => {
  it('has its type, in UTF-8 where it is a text', async () => {
    const slug = { slug: 'issue-1' }
    expect((await madeOf('issue.md', slug)).type).toBe('text/markdown; charset=utf-8')
    expect(JSON.parse((await madeOf('issue.json', slug)).text)).toMatchObject({ issue: slug })
    expect((await madeOf('icon.svg')).type).toBe('image/svg+xml; charset=utf-8')
    expect((await madeOf({ feed: 'issues', format: 'json' })).type).toBe(
      'application/feed+json; charset=utf-8',
    )
    expect((await madeOf({ feed: 'topics', format: 'atom' }, { term: 'sea-ice' })).text).toContain('Sea Ice')
  })

  it('is an icon of the size that it is named for, in a process that has read an image of a sponsor’s too', async () => {
    const { body } = await make('icon', { params: { icon: 'maskable' }, query: {} })
    expect(await readImage(body)).toMatchObject({ type: 'image/png', width: 512, height: 512 })
    const small = await make('icon', { params: { icon: '192' }, query: {} })
    expect(await readImage(small.body)).toMatchObject({ width: 192, height: 192 })
    expect((await make('icon', { params: {}, query: {} })).type).toBe('image/png')
    const card = await make('issue-card', { params: { slug: 'issue-1' }, query: {} })
    expect(await readImage(card.body)).toMatchObject({ width: 1200, height: 630 })
  })
})
