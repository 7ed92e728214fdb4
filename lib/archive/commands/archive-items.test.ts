import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import type { DocumentItem } from '@/lib/document/schema'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { saveItem } from '@/lib/issues/commands/save-item'
import { hashAddress } from '@/lib/links/hash-address'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { reinstateIssue, withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { archiveItems, INDEX_VERSION } from './archive-items'
import { indexArchive } from './index-archive'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const call = (id: string) => ({ commandId: randomUUID(), id })
const headlines = async () => {
  const rows = await db().archivedItem.findMany({ orderBy: { ordinal: 'asc' } })
  return rows.map(({ headline }) => headline)
}
const gone = async () => {
  const rows = await db().goneItem.findMany({ orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}
const mentions = async () => {
  const rows = await db().archivedMention.findMany({ include: { link: true } })
  return rows.map(({ place, link }) => `${place} ${link.canonical}`).sort()
}

describe('the rows by which readers find items', () => {
  it('are those of the edition that readers see, through correction, withdrawal and return', async () => {
    const { id, items } = await makeDraft(['A', 'B'])
    await publishIssue(tester, call(id))
    expect(await headlines()).toEqual(['A', 'B'])
    const rename = { ...call(items[0] ?? ''), version: 0, fields: { headline: 'A2' } }
    await saveItem(tester, rename)
    expect(await headlines()).toEqual(['A', 'B'])
    await publishIssue(tester, call(id))
    expect(await headlines()).toEqual(['A2', 'B'])
    await withdrawIssue(tester, call(id))
    expect(await headlines()).toEqual([])
    expect(await db().archivedTerm.count()).toBe(0)
    expect(await gone()).toEqual([...items].sort())
    await reinstateIssue(tester, call(id))
    expect(await headlines()).toEqual(['A2', 'B'])
    expect(await gone()).toEqual([])
    await removeItem(tester, call(items[1] ?? ''))
    await publishIssue(tester, call(id))
    expect(await headlines()).toEqual(['A2'])
    expect(await gone()).toEqual([items[1]])
  })

  it('are left alone where a correction changes nothing of the item, until the rules change', async () => {
    const written = async () => {
      const rows = await db().$queryRaw<{ row: string; by: string }[]>`
        SELECT headline AS row, xmin::text AS by FROM "ArchivedItem"
        UNION ALL SELECT i.headline || ' ' || t.slug, t.xmin::text FROM "ArchivedTerm" t JOIN "ArchivedItem" i ON i.id = t."itemId"`
      return new Map(rows.map(({ row, by }) => [row, by]))
    }
    const unchanged = (before: Map<string, string>, after: Map<string, string>) =>
      [...after].filter(([row, by]) => before.get(row) === by).map(([row]) => row)
    const section = makeSection()
    const documentOf = (items: DocumentItem[]) => makeDocument({ sections: [{ ...section, items }] })
    const make = (headline: string) => makeItem({ headline, url: 'https://tides.example/' })
    const [a, b, c] = [make('A'), make('B'), make('C')]
    const corrected = { ...b, headline: 'B2' }
    const { id } = await makePublishedIssue(documentOf([a, b, c]))
    const archive = (items: DocumentItem[]) => transaction((tx) => archiveItems(tx, id, documentOf(items)))
    const first = await written()
    await archive([a, corrected, c])
    const second = await written()
    expect([...second.keys()].sort()).toEqual([
      'A',
      'A tides.example',
      'B2',
      'B2 tides.example',
      'C',
      'C tides.example',
    ])
    expect(unchanged(first, second).sort()).toEqual(['A', 'A tides.example', 'C', 'C tides.example'])
    await archive([a, c, corrected])
    const third = await written()
    expect(await headlines()).toEqual(['A', 'C', 'B2'])
    expect(unchanged(second, third).sort()).toEqual(['A', 'A tides.example'])
    await db().archivedIssue.updateMany({ data: { indexVersion: INDEX_VERSION - 1 } })
    expect(await indexArchive()).toBe(1)
    expect(unchanged(third, await written())).toEqual([])
  })

  it('hold the item with its place and its words', async () => {
    const item = makeItem({
      url: 'https://www.tides.example/waves/?utm_source=x',
      blurb: 'How a *harbour* counts.\n\n> Waves — and [more](https://example.org/more)',
      byline: 'Mara Lind — Ropeworks',
      credit: 'Thanks to Jo',
      topics: ['Waves', 'C++'],
    })
    const { id } = await makePublishedIssue(makeDocument({ sections: [makeSection({ items: [item] })] }))
    const row = await db().archivedItem.findUniqueOrThrow({ where: { id: item.id }, include: { link: true } })
    expect(row).toMatchObject({
      issueId: id,
      ordinal: 0,
      sectionTitle: 'Articles',
      sectionSlug: 'articles',
      url: 'https://www.tides.example/waves/?utm_source=x',
      host: 'tides.example',
      site: 'tides.example',
      topics: ['waves', 'cplusplus'],
      authors: ['mara-lind'],
      item,
      text: 'How a harbour counts.\nWaves — and more\nMara Lind — Ropeworks\nThanks to Jo',
    })
    expect(row.link?.canonical).toBe('https://tides.example/waves')
    const terms = await db().archivedTerm.findMany({ orderBy: [{ kind: 'asc' }, { slug: 'asc' }] })
    expect(terms.map(({ kind, slug, name }) => [kind, slug, name])).toEqual([
      ['TOPIC', 'cplusplus', 'C++'],
      ['TOPIC', 'waves', 'Waves'],
      ['AUTHOR', 'mara-lind', 'Mara Lind'],
      ['SITE', 'example.org', 'example.org'],
      ['SITE', 'tides.example', 'tides.example'],
    ])
  })

  it('know every link of an item and where it stands, once for each place', async () => {
    const item = makeItem({
      url: 'https://example.org/a',
      links: [
        { label: 'B', url: 'http://example.org/b/' },
        { label: 'mail', url: 'mailto:jo@example.org' },
      ],
      blurb:
        '[a](http://www.example.org/a) [b](https://example.org/b) [b](https://example.org/b#x) <https://example.org/c>',
    })
    await makePublishedIssue(makeDocument({ sections: [makeSection({ items: [item] })] }))
    expect(await mentions()).toEqual([
      'BLURB https://example.org/a',
      'BLURB https://example.org/b',
      'BLURB https://example.org/c',
      'HEADLINE https://example.org/a',
      'MORE https://example.org/b',
    ])
    expect(await db().link.count()).toBe(3)
  })

  it('take an address that is known to lead to the same for that link', async () => {
    const link = { canonical: 'https://example.org/new', host: 'example.org', site: 'example.org' }
    const { id: linkId } = await db().link.create({ data: { ...link, hash: hashAddress(link.canonical) } })
    const url = 'https://example.org/old'
    await db().linkAlias.create({ data: { hash: hashAddress(url), url, linkId } })
    const item = makeItem({ url, blurb: `[both](${link.canonical}) [are](${url}) one` })
    await makePublishedIssue(makeDocument({ sections: [makeSection({ items: [item] })] }))
    expect(await mentions()).toEqual([`BLURB ${link.canonical}`, `HEADLINE ${link.canonical}`])
  })

  it('are made where they are missing, once, also by two at a time', async () => {
    const item = makeItem({ headline: 'Old' })
    const { id } = await makePublishedIssue(makeDocument({ sections: [makeSection({ items: [item] })] }))
    await makePublishedIssue(makeDocument({ issue: { slug: 'gone', number: 8 } }), {
      withdrawnAt: new Date(),
    })
    await db().archivedItem.deleteMany()
    await db().archivedIssue.updateMany({ data: { indexVersion: 0 } })
    const done = await Promise.all([indexArchive(), indexArchive()])
    expect(done.sort()).toEqual([0, 1])
    expect(await headlines()).toEqual(['Old'])
    expect(await indexArchive()).toBe(0)
    expect((await db().archivedItem.findFirstOrThrow()).issueId).toBe(id)
  })

  it('of an issue that nobody can read don’t keep the others from being made', async () => {
    await makePublishedIssue({ ...makeDocument(), version: 99 } as never)
    await makePublishedIssue(makeDocument({ issue: { slug: 'issue-8', number: 8 } }))
    await db().archivedIssue.updateMany({ data: { indexVersion: 0 } })
    expect(await indexArchive()).toBe(2)
    expect(await db().archivedItem.count()).toBe(1)
  })
})
