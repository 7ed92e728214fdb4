import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import { countWords } from '@/lib/search/commands/words'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { unarchiveItems } from './commands/archive-items'
import { findItemsUnder, hasTopics, listTopics, PAGE_SIZE } from './found-queries'

const { empty } = testDatabase()
beforeEach(empty)

function publish(number: number, items: Parameters<typeof makeItem>[0][], withdrawnAt: Date | null = null) {
  const day = String(number).padStart(2, '0')
  const issue = { number, date: `2026-01-${day}`, slug: `issue-${number}`, title: `Issue ${number}` }
  return makePublishedIssue(
    makeDocument({ issue, sections: [makeSection({ items: items.map(makeItem) })] }),
    {
      withdrawnAt,
    },
  )
}
const headlines = async (kind: 'TOPIC' | 'AUTHOR' | 'SITE', slug: string) =>
  (await findItemsUnder(kind, slug))?.items.map(({ headline }) => headline)

describe('what is found', () => {
  it('under a topic, newest first, in an issue in its order', async () => {
    await publish(1, [{ headline: 'Old', topics: ['waves'] }])
    await publish(2, [
      { headline: 'First', topics: ['Waves', 'Boats'] },
      { headline: 'Other', topics: ['Boats'] },
      { headline: 'Second', topics: ['Waves'] },
    ])
    await publish(3, [{ headline: 'Gone', topics: ['Waves'] }], new Date())
    expect(await headlines('TOPIC', 'waves')).toEqual(['First', 'Second', 'Old'])
    const page = await findItemsUnder('TOPIC', 'waves')
    expect(page).toMatchObject({ term: { slug: 'waves', name: 'Waves' }, count: 3, next: null })
    expect(page?.items[0]).toMatchObject({
      headline: 'First',
      issue: { slug: 'issue-2', title: 'Issue 2', number: 2, date: '2026-01-02' },
    })
    expect(await findItemsUnder('TOPIC', 'tides')).toBeNull()
    expect(await findItemsUnder('AUTHOR', 'waves')).toBeNull()
  })

  it('by an author, and of a site also where only a commentary leads there', async () => {
    await publish(1, [
      { headline: 'A', url: 'https://blog.example.org/a', byline: 'Mara Lind — Ropeworks' },
      { headline: 'B', url: 'https://tides.example/b', blurb: 'See [this](http://www.example.org/c).' },
      { headline: 'C', url: 'https://tides.example/c' },
    ])
    expect(await headlines('AUTHOR', 'mara-lind')).toEqual(['A'])
    expect(await headlines('SITE', 'example.org')).toEqual(['A', 'B'])
  })

  it('comes in pages, each item once, also within one issue and between those of one day', async () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({ headline: String(from + index), topics: ['Waves'] }))
    await publish(2, many(0, 7))
    for (const number of [1, 2, 3]) {
      const issue = { number: 10 + number, date: '2026-01-01', slug: `day-${number}` }
      const items = many(number * 100, PAGE_SIZE).map(makeItem)
      await makePublishedIssue(makeDocument({ issue, sections: [makeSection({ items })] }))
    }
    const pages: string[][] = []
    let after: string | null = null
    do {
      const page = await findItemsUnder('TOPIC', 'waves', after)
      pages.push(page?.items.map(({ headline }) => headline ?? '') ?? [])
      after = page?.next ?? null
    } while (after)
    expect(pages.map((page) => page.length)).toEqual([PAGE_SIZE, PAGE_SIZE, PAGE_SIZE, 7])
    const all = pages.flat()
    expect(all.slice(0, 7)).toEqual(['0', '1', '2', '3', '4', '5', '6'])
    expect(new Set(all).size).toBe(3 * PAGE_SIZE + 7)
    for (const hundred of [1, 2, 3]) {
      const ofIssue = all.filter((headline) => Math.floor(Number(headline) / 100) === hundred)
      expect(ofIssue).toEqual([...ofIssue].sort())
    }
  })

  it('begins after no item that isn’t under it', async () => {
    await publish(1, [{ topics: ['Waves'] }, { topics: ['Boats'] }])
    const { id } = await db().archivedItem.findFirstOrThrow({ where: { topics: { has: 'boats' } } })
    expect(await findItemsUnder('TOPIC', 'waves', id)).toBeNull()
    expect((await findItemsUnder('TOPIC', 'boats', id))?.items).toEqual([])
  })
})

describe('the topics', () => {
  it('are those of what readers see, by name, each as its newest item has it, counted soon after', async () => {
    expect(await hasTopics()).toBe(false)
    await publish(1, [{ topics: ['Zebra crossings'] }, { topics: ['waves'] }])
    await publish(2, [{ topics: ['Waves', 'Émigrés'] }, { topics: ['Waves'] }])
    const { id } = await publish(3, [{ topics: ['Gone'] }])
    await countWords()
    await transaction((tx) => unarchiveItems(tx, id))
    expect(await listTopics()).toEqual([
      { slug: 'emigres', name: 'Émigrés', count: 1 },
      { slug: 'waves', name: 'Waves', count: 3 },
      { slug: 'zebra-crossings', name: 'Zebra crossings', count: 1 },
    ])
    expect(await hasTopics()).toBe(true)
  })
})
