import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { matchRoute } from './match-route'
import { resolveRecord } from './resolve-record'

testDatabase()
const resolve = (path: string) => resolveRecord(matchRoute(path), path)

const item = makeItem({
  url: 'https://blog.tides.example/a',
  byline: 'José Ñu',
  topics: ['C++', '東京'],
})
const other = makeItem({ url: 'https://other.example/', topics: [] })
const goneId = crypto.randomUUID()

beforeAll(async () => {
  const sections = [makeSection({ items: [item, other] })]
  const { id: issueId } = await makePublishedIssue(makeDocument({ issue: { date: '2026-03-01' }, sections }))
  const withdrawn = { slug: 'gone', number: 8, date: '2019-03-01' }
  await makePublishedIssue(makeDocument({ issue: withdrawn }), { withdrawnAt: new Date() })
  await db().goneItem.create({ data: { id: goneId, issueId } })
  await db().redirect.create({ data: { fromPath: '/items/old', toPath: '/issues/issue-7' } })
})

describe('an address of what is found', () => {
  it.each([
    '/issues/year/2026',
    `/items/${item.id}`,
    '/topics',
    '/topics/cplusplus',
    '/topics/%E6%9D%B1%E4%BA%AC',
    `/topics/cplusplus/after/${item.id}`,
    '/authors/jose-nu',
    '/sites/tides.example',
  ])('%s is a page', async (path) => {
    expect(await resolve(path)).toEqual({ found: 'page' })
  })

  it.each([
    ['/topics/C%2B%2B', '/topics/cplusplus'],
    ['/topics/CPLUSPLUS', '/topics/cplusplus'],
    ['/authors/Jos%C3%A9%20%C3%91u', '/authors/jose-nu'],
    ['/sites/blog.tides.example', '/sites/tides.example'],
    ['/sites/WWW.Tides.Example', '/sites/tides.example'],
    // The item after which it begins is not there any more.
    [`/sites/tides.example/after/${other.id}`, '/sites/tides.example'],
    ['/sites/tides.example/after/x', '/sites/tides.example'],
    ['/items/old', '/issues/issue-7'],
  ])('%s leads to %s', async (path, to) => {
    expect(await resolve(path)).toEqual({ found: 'moved', to })
  })

  it.each([
    '/issues/year/2019',
    '/issues/year/2025',
    '/issues/year/26',
    '/issues/year/99999',
    '/issues/year/20%2026',
    `/items/${other.id.toUpperCase()}x`,
    '/items/00000000-0000-0000-0000-000000000000',
    '/topics/tides',
    '/topics/%20',
    '/authors/cplusplus',
    '/sites/example',
    '/sites/..%2f',
  ])('%s is nothing', async (path) => {
    expect(await resolve(path)).toEqual({ found: 'nothing' })
  })

  it('of an item that was taken back is gone', async () => {
    expect(await resolve(`/items/${goneId}`)).toEqual({ found: 'gone' })
  })
})
