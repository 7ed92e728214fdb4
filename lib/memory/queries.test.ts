import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import type { DocumentItem, IssueDocument } from '@/lib/document/schema'
import { env } from '@/lib/env/env'
import { saveItem } from '@/lib/issues/commands/save-item'
import { hashAddress } from '@/lib/links/hash-address'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { recall, recallCaptures } from './queries'
import { type RecallQuery, recallSchema } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const ask = async (query: RecallQuery) =>
  (await recall(tester, recallSchema.parse({ date: '2026-03-20', ...query }))).notes
const kinds = async (query: RecallQuery) => (await ask(query)).map(({ kind }) => kind)

/** Issues a week apart, the last on 15 March 2026, with an item for each set of fields. */
async function publish(...issues: Partial<DocumentItem>[][]): Promise<IssueDocument[]> {
  const documents = issues.map((items, index) => {
    const date = new Date(Date.UTC(2026, 2, 15 - 7 * (issues.length - 1 - index))).toISOString().slice(0, 10)
    const number = 30 + index
    const named = { number, slug: `issue-${number}`, title: `Tide Table #${number}`, date }
    return makeDocument({
      issue: { ...named, publishedAt: `${date}T20:00:00.000Z` },
      sections: [makeSection({ items: items.map(makeItem) })],
    })
  })
  for (const document of documents) await makePublishedIssue(document)
  return documents
}

/** What a month usually has is known once there are others. */
async function publishLongAgo(): Promise<void> {
  const issue = { number: 1, slug: 'issue-1', title: 'Tide Table #1', date: '2025-05-04' }
  await makePublishedIssue(
    makeDocument({ issue, sections: [makeSection({ items: [makeItem({ url: null })] })] }),
  )
}

const url = 'https://tides.example/why-tides-turn'

describe('an address that was sent', () => {
  it('is told with issue, blurb and the way to it, however it is written', async () => {
    const [first] = await publish([{ url, headline: 'Why tides turn', blurb: 'The *moon*.' }])
    const item = first?.sections[0]?.items[0]
    const written = 'http://www.tides.example/why-tides-turn/?utm_source=x'
    expect(await ask({ url: written })).toEqual([
      {
        kind: 'sent',
        issues: 1,
        itemId: item?.id,
        headline: 'Why tides turn',
        excerpt: 'The moon.',
        href: `${env().APP_URL}/items/${item?.id}`,
        issue: { slug: 'issue-30', title: 'Tide Table #30', number: 30, date: '2026-03-15' },
      },
    ])
    expect(await ask({ url: 'https://tides.example/other' })).toEqual([])
  })

  it('counts among further links as well, and within words as mentioned', async () => {
    await publish([
      { url: 'https://a.example/1', links: [{ label: 'More', url }] },
      { url: 'https://a.example/2', blurb: 'See [this](https://words.example/page).' },
    ])
    expect(await kinds({ url })).toEqual(['sent'])
    expect(await kinds({ url: 'https://words.example/page' })).toEqual(['mentioned'])
  })

  it('is known by its aliases in both directions', async () => {
    await publish([{ url: 'https://old.example/a-long-page' }])
    const data = { canonical: 'https://new.example/page', host: 'new.example', site: 'new.example' }
    const { id } = await db().link.create({ data: { ...data, hash: hashAddress(data.canonical) } })
    const alias = { url: 'https://old.example/a-long-page', linkId: id }
    await db().linkAlias.create({ data: { ...alias, hash: hashAddress(alias.url) } })
    expect(await kinds({ url: 'https://new.example/page' })).toEqual(['sent'])
    const waiting = await makeCapture({ url: 'https://old.example/a-long-page' })
    const notes = await ask({ url: 'https://new.example/page' })
    expect(notes).toMatchObject([{ kind: 'sent' }, { kind: 'inbox', captureId: waiting }])
  })

  it('is not told of the edition of the issue that is corrected', async () => {
    await publish([{ url }])
    const issue = await db().issue.findFirstOrThrow()
    expect(await ask({ url, issueId: issue.id })).toEqual([])
  })
})

describe('what nobody minds', () => {
  it('is a status page, a page of ours and a link that stands in issue after issue', async () => {
    const status = 'https://status.tides.example/incidents/1'
    const own = `${env().APP_URL}/issues/issue-1`
    await publish([{ url: status }, { url: own }], [{ url }], [{ url }], [{ url }])
    expect(await ask({ url: status })).toEqual([])
    expect(await ask({ url: own })).toEqual([])
    expect(await ask({ url })).toEqual([])
  })

  it('is the headline of what is repeated on purpose, which is the same as before', async () => {
    const event = { url, headline: 'Rust and boats, an evening in Cardiff' }
    await publish([event], [event], [event])
    expect(await ask(event)).toEqual([])
    expect(await kinds({ ...event, url: 'https://tides.example/another' })).toContain('near')
  })

  it('is a host of the settings, and what lies below it', async () => {
    const [own, below, other] = [
      'https://Jobs.example/1',
      'https://eu.jobs.example/1',
      'https://notjobs.example/1',
    ]
    await publish([{ url: own }, { url: below }, { url: other }])
    expect(await kinds({ url: own })).toEqual(['sent'])
    await db().publication.update({ where: { id: 1 }, data: { exemptHosts: ['jobs.example'] } })
    expect(await ask({ url: own })).toEqual([])
    expect(await ask({ url: below })).toEqual([])
    expect(await kinds({ url: other })).toEqual(['sent'])
    const captureId = await makeCapture({ url: own })
    expect((await recallCaptures(tester, [captureId])).notes).toEqual({})
    await db().publication.update({ where: { id: 1 }, data: { exemptHosts: ['m.jobs.example'] } })
    expect(await ask({ url: own.replace('jobs', 'm.jobs') })).toEqual([])
  })

  it('is a row of a list that repeats, until rows that don’t have shown otherwise', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => makeItem({ url: `https://rows.example/${at}/row` }))
    const section = (title: string, items: DocumentItem[]) => makeSection({ title, layout: 'list', items })
    const sections = [section('Reading', rows), section('Outages', [makeItem({ url })])]
    await makePublishedIssue(makeDocument({ sections }))
    expect(await kinds({ url, layout: 'list', section: 'Outages' })).toEqual([])
    expect(await kinds({ url, layout: 'list', section: 'Reading' })).toEqual(['sent'])
    expect(await kinds({ url })).toEqual(['sent'])
  })

  it('is a whole site that was only mentioned', async () => {
    await publish([{ url: 'https://a.example/1', blurb: 'By [Tides](https://tides.example/).' }])
    expect(await ask({ url: 'https://tides.example' })).toEqual([])
  })
})

describe('what is not sent yet', () => {
  it('is told with the draft that has it, but not to the item itself', async () => {
    const { id, items } = await makeDraft(['One', 'Two', 'Three'])
    const [one = '', two = '', three = ''] = items
    const save = (item: string, fields: object) =>
      saveItem(tester, { commandId: randomUUID(), id: item, version: 0, fields })
    await save(one, { url })
    await save(two, { blurb: `See [it](${url}?utm_source=x).` })
    await save(three, { links: [{ label: 'It', url }] })
    const notes = await ask({ url, itemId: one, issueId: id })
    expect(notes).toMatchObject([
      { kind: 'draft', itemId: two, place: 'BLURB', issue: { id, isThis: true } },
      { kind: 'draft', itemId: three, place: 'MORE' },
    ])
    expect(await ask({ url: 'https://example.org/One', itemId: one })).toEqual([])
  })

  it.each([
    'Read https://tides.example/wiki/Tide_(sea).',
    'Read it (https://tides.example/wiki/Tide_(sea)), twice.',
    '[It](https://tides.example/wiki/Tide_(sea))—twice.',
    '**https://tides.example/wiki/Tide_(sea)**',
    '<https://tides.example/wiki/Tide_(sea)>',
  ])('is told where the words of a draft say %j', async (blurb) => {
    const { items } = await makeDraft(['One'])
    const commandId = randomUUID()
    await saveItem(tester, { commandId, id: items[0] ?? '', version: 0, fields: { blurb } })
    expect(await ask({ url: 'https://tides.example/wiki/Tide_(sea)' })).toMatchObject([
      { kind: 'draft', itemId: items[0], place: 'BLURB' },
    ])
  })

  it.each([
    'https://www.tides.example/why-tides-turn',
    'http://m.tides.example:80/why-tides-turn#part',
    'https://jo@tides.example/why-tides-turn',
    'https://www.google.com/amp/s/tides.example/why-tides-turn',
  ])('is told when it waits as %s', async (written) => {
    const captureId = await makeCapture({ url: written, title: 'Tides' })
    await makeCapture({ url: 'https://nottides.example/why-tides-turn' })
    expect(await ask({ url })).toMatchObject([{ kind: 'inbox', captureId, title: 'Tides', laterUntil: null }])
    expect(await ask({ url, captureId })).toEqual([])
  })

  it('is told of captures together', async () => {
    await publish([{ url }])
    const { id } = await makeDraft(['One'])
    const known = await makeCapture({ url: `${url}?utm_source=x` })
    const placed = await makeCapture({ url: 'https://example.org/One/' })
    const news = await makeCapture({ url: 'https://tides.example/news' })
    const twin = await makeCapture({ url: 'http://www.twin.example/1/' })
    const other = await makeCapture({ url: 'https://twin.example/1?utm_source=x' })
    // What a feed brought is told of what the inbox has, and not the other way round.
    const aside = await makeCapture({ url: 'https://twin.example/1', source: 'FEED' })
    await db().capture.update({ where: { id: aside }, data: { isAside: true } })
    const { notes } = await recallCaptures(tester, [known, placed, news, twin, other, aside])
    expect(notes).toMatchObject({ [known]: [{ kind: 'sent' }], [placed]: [{ kind: 'draft', issue: { id } }] })
    expect(notes).toMatchObject({
      [twin]: [{ kind: 'inbox', captureId: other, isTwin: true }],
      [other]: [{ kind: 'inbox', captureId: twin, isTwin: true }],
      [aside]: [{ kind: 'inbox', captureId: other }],
    })
    expect(Object.keys(notes)).toHaveLength(5)
  })
})

describe('what is only worth knowing', () => {
  it('is a headline much like one that was sent, unless a number tells them apart', async () => {
    await publish([
      { headline: 'How we lost the tide table in Bremen' },
      { headline: 'Announcing Tides 1.70 today' },
    ])
    expect(await kinds({ headline: 'How we lost the tide table of Bremen' })).toEqual(['near'])
    expect(await kinds({ headline: 'Announcing Tides 1.71 today' })).toEqual([])
    expect(await kinds({ headline: 'Tides' })).toEqual([])
  })

  it('is a headline nearly the same in a script without spaces, told by its pairs of characters', async () => {
    await publish([
      { headline: '障害対応の自動化で夜間呼び出しを半分に減らした話' },
      { headline: '我们如何把数据库迁移到新的存储引擎' },
      { headline: 'クジラと港の記録' },
    ])
    expect(await kinds({ headline: '障害対応の自動化で夜間呼び出しを三割に減らした話' })).toEqual(['near'])
    expect(await kinds({ headline: '我们如何把数据库迁移到旧的存储引擎' })).toEqual(['near'])
    // As much of it is the same, but of another thing; and too little to tell anything by.
    expect(await kinds({ headline: '夜間工事のお知らせと自動化の話' })).toEqual([])
    expect(await kinds({ headline: 'クジラと港' })).toEqual([])
  })

  it('is an author credited twice, here or of late', async () => {
    await publish([{ byline: 'Mara Lind — Ropeworks' }], [{ byline: 'Mara Lind' }, { byline: 'Jo Marsh' }])
    const { id, items } = await makeDraft(['One', 'Two'])
    const [one = '', two = ''] = items
    await saveItem(tester, { commandId: randomUUID(), id: one, version: 0, fields: { byline: 'Jo Marsh' } })
    const asked = { byline: 'Mara Lind & Jo Marsh', itemId: two, issueId: id }
    const jo = { kind: 'author', name: 'Jo Marsh', times: 1, inThisIssue: true }
    expect(await ask(asked)).toMatchObject([jo])
    await publishLongAgo()
    const mara = { kind: 'author', name: 'Mara Lind', times: 2, inThisIssue: false, last: { number: 31 } }
    expect(await ask(asked)).toMatchObject([mara, jo])
  })

  it('is a host that has unusually many items this month', async () => {
    const [one, two, three] = [1, 2, 3].map((at) => ({ url: `https://blog.example/${at}` }))
    await publish([one ?? {}], [two ?? {}, three ?? {}])
    expect(await ask({ url: 'https://www.blog.example/4' })).toEqual([])
    await publishLongAgo()
    expect(await ask({ url: 'https://www.blog.example/4' })).toEqual([
      { kind: 'host', host: 'blog.example', items: 3, here: 0, usual: 0 },
    ])
  })

  it('is a host that the issue itself has often, but for the item that asks', async () => {
    await publishLongAgo()
    const { id, items } = await makeDraft(['1', '2', '3', '4', '5'])
    for (const [at, item] of items.entries()) {
      const url = `https://${at === 4 ? 'other' : 'www.blog'}.example/${at}`
      await saveItem(tester, { commandId: randomUUID(), id: item, version: 0, fields: { url } })
    }
    const asked = { url: 'https://blog.example/0', itemId: items[0] }
    expect(await ask(asked)).toEqual([])
    expect(await ask({ ...asked, issueId: id })).toEqual([
      { kind: 'host', host: 'blog.example', items: 3, here: 3, usual: 0 },
    ])
  })
})
