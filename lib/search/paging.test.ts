import { beforeAll, describe, expect, it } from 'vitest'
import { seedSearchArchive } from '@/bench/search-archive'
import { db } from '@/lib/db/db'
import { find, publishItems } from '@/lib/testing/search'
import { testDatabase } from '@/lib/testing/test-database'
import type { SearchFilters, SearchOrder } from './schema'

testDatabase()
let vocabulary: string[] = []
const ITEMS = 3_000
beforeAll(async () => {
  vocabulary = await seedSearchArchive(ITEMS, 60)
})

/** Ids of all results, page by page. */
async function readAll(typed: string, filters: Partial<SearchFilters> = {}, order: SearchOrder = 'best') {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page = await find(typed, filters, { after, limit: 50, order })
    ids.push(...page.hits.map(({ id }) => id))
    after = page.next
  } while (after !== null)
  return ids
}

/** Ids of items with a word, in the archive's order. */
async function idsWith(query: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "ArchivedItem" WHERE "search" @@ ${query}::tsquery
    ORDER BY "date" DESC, "publishedAt" DESC, "issueId" DESC, "ordinal"`
  return rows.map(({ id }) => id)
}

describe('page after page', () => {
  it('few results come by how well they fit, each once', async () => {
    const word = vocabulary[300] ?? ''
    const first = await find(word)
    expect(first).toMatchObject({ found: 'all', order: 'best' })
    const ids = await readAll(word)
    expect(ids.length).toBe(first.total)
    expect([...ids].sort()).toEqual((await idsWith(`'${word}'`)).sort())
  })

  it('very many come newest first, each once, uncounted', async () => {
    expect(await find('the work')).toMatchObject({ ignored: ['the'] })
    const first = await find('topic')
    expect(first).toMatchObject({ found: 'all', order: 'newest', total: null })
    expect(await readAll('topic')).toEqual(await idsWith("'topic'"))
  })

  it('newest first where that is wanted, few or many', async () => {
    const word = vocabulary[300] ?? ''
    expect(await readAll(word, {}, 'newest')).toEqual(await idsWith(`'${word}'`))
    expect(await readAll('', { year: 2015 }, 'newest')).toEqual(await idsWith("'year:2015'"))
  })

  it('the best of any come once too', async () => {
    const ids = await readAll(`${vocabulary[400]} ${vocabulary[900]} xyzzyplugh`)
    expect(ids.length).toBeGreaterThan(20)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('in the same order, whatever is published in between', async () => {
    const word = vocabulary[350] ?? ''
    const before = await readAll(word)
    const { hits, next } = await find(word, {}, { limit: 5 })
    await publishItems([word], { date: '2027-01-01' })
    const rest = await find(word, {}, { limit: 100, after: next })
    expect([...hits, ...rest.hits].map(({ id }) => id)).toEqual(before.slice(0, 5 + rest.hits.length))
  })

  it('a place that is none is the first page', async () => {
    const word = vocabulary[300] ?? ''
    const { hits } = await find(word)
    const forged = Buffer.from('{"by":"score","found":"all","score":-1}').toString('base64url')
    for (const after of [
      '',
      'x',
      '%00',
      forged,
      'a'.repeat(5_000),
      Buffer.from('null').toString('base64url'),
    ])
      expect((await find(word, {}, { after })).hits).toEqual(hits)
  })
})
