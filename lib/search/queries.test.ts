import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { find, findTitles, publishItems, shown } from '@/lib/testing/search'
import { testDatabase } from '@/lib/testing/test-database'

const { empty } = testDatabase()
beforeEach(empty)

describe('items are found', () => {
  it('by all words, in any order and form', async () => {
    await publishItems(['Repairing TCP connections', 'TCP for beginners', 'A repair of the roof'])
    expect(await findTitles('connection repair tcp')).toEqual(['Repairing TCP connections'])
    expect(await findTitles('repairs')).toEqual(
      expect.arrayContaining(['Repairing TCP connections', 'A repair of the roof']),
    )
    const { found, total, hits } = await find('tcp')
    expect([found, total, hits.length]).toEqual(['all', 2, 2])
  })

  it('by words of blurb, byline, host and links, and the headline counts most', async () => {
    await publishItems([
      { headline: 'One', blurb: 'About *harbours* and [lighthouses](https://x.example).' },
      { headline: 'Two', byline: 'Mara Lind — Ropeworks' },
      { headline: 'Three', url: 'https://blog.tides.example/x' },
      { headline: 'Four', links: [{ label: 'Slides of the talk', url: 'https://x.example' }] },
      { headline: 'Harbours', blurb: 'Five' },
    ])
    expect(await findTitles('lighthouse')).toEqual(['One'])
    expect(await findTitles('mara')).toEqual(['Two'])
    expect(await findTitles('tides.example')).toEqual(['Three'])
    expect(await findTitles('slides talk')).toEqual(['Four'])
    expect(await findTitles('harbour')).toEqual(['Harbours', 'One'])
  })

  it('in lists of outages by the service, bare rows too', async () => {
    await publishItems(['Datadog', { headline: 'Heroku', blurb: 'Slow all day.' }], {
      section: 'Outages',
      layout: 'list',
    })
    await publishItems(['Heroku on outages'])
    expect(await findTitles('datadog outage')).toEqual(['Datadog'])
    expect(await findTitles('heroku outages')).toEqual(['Heroku on outages', 'Heroku'])
  })

  it('by phrases, where the words stand side by side', async () => {
    await publishItems(['Connection repair', 'Repair of a connection', 'Connection repairs'])
    expect(await findTitles('"connection repair"')).toEqual(['Connection repair'])
    expect(await findTitles('"repair of a connection"')).toEqual(['Repair of a connection'])
    expect(await findTitles('“of a”')).toEqual(['Repair of a connection'])
    await publishItems([{ headline: 'End', blurb: 'begin. A' }])
    expect((await find('"end begin"')).found).toBe('any')
  })

  it('without what must not be there', async () => {
    await publishItems(['Rust and C++', 'Rust and Go', 'Rust on the roof of a car'])
    expect(await findTitles('rust -go -"on the roof"')).toEqual(['Rust and C++'])
    expect(await findTitles('c++')).toEqual(['Rust and C++'])
    expect(await find('-rust')).toMatchObject({ found: 'unasked', onlyExcludes: true, hits: [] })
    expect(await find('rust -rust')).toMatchObject({ found: 'nothing' })
  })

  it('whatever the accents, the case and the width', async () => {
    await publishItems(['Migração à Zürich', 'Œuvre complète'])
    expect(await findTitles('migracao zurich')).toEqual(['Migração à Zürich'])
    expect(await findTitles('ＭＩＧＲＡÇÃＯ')).toEqual(['Migração à Zürich'])
    expect(await findTitles('oeuvre complete')).toEqual(['Œuvre complète'])
  })

  it('inside texts without spaces', async () => {
    await publishItems([
      '本番環境での障害対応の記録',
      '数据库故障恢复指南',
      '장애대응 기록',
      'データベース入門',
    ])
    expect(await findTitles('障害対応')).toEqual(['本番環境での障害対応の記録'])
    expect(await findTitles('環境 記録')).toEqual(['本番環境での障害対応の記録'])
    expect((await findTitles('障')).sort()).toEqual(['数据库故障恢复指南', '本番環境での障害対応の記録'])
    expect(await findTitles('故障恢复')).toEqual(['数据库故障恢复指南'])
    expect(await findTitles('대응')).toEqual(['장애대응 기록'])
    expect(await findTitles('ﾃﾞｰﾀﾍﾞｰｽ')).toEqual(['データベース入門'])
    const { hits, found } = await find('データベース障害')
    expect(found).toBe('any')
    expect(hits.map(({ title }) => shown(title))).toContain('[データベース]入門')
  })

  it('by other spellings of words written together', async () => {
    await publishItems(['Node.js failover', 'Node JS fail-over', 'GitHub’s load balancer'])
    for (const typed of ['node.js', 'nodejs failover', 'node.js fail-over'])
      expect((await findTitles(typed)).sort()).toEqual(
        typed === 'nodejs failover' ? ['Node.js failover'] : ['Node JS fail-over', 'Node.js failover'],
      )
    expect(await findTitles("github's")).toEqual(['GitHub’s load balancer'])
    expect(await findTitles('github')).toEqual(['GitHub’s load balancer'])
  })

  it('only while readers may see them', async () => {
    await publishItems(['The tide that went'])
    await db().archivedItem.deleteMany()
    expect(await find('tide')).toMatchObject({ found: 'nothing', hits: [] })
  })
})

describe('results are narrowed', () => {
  beforeEach(async () => {
    await publishItems(
      [{ headline: 'Tide 2016', topics: ['Sea life'], url: 'https://blog.tides.example/1' }],
      {
        date: '2016-09-25',
      },
    )
    await publishItems([{ headline: 'Tide 2017', url: 'https://www.tides.example/2' }, 'Ebb 2017'], {
      date: '2017-01-01',
      section: 'Outages & more',
    })
  })

  it('by year, section, topic and host', async () => {
    expect(await findTitles('tide', { year: 2016 })).toEqual(['Tide 2016'])
    expect(await findTitles('tide', { section: 'outages-and-more' })).toEqual(['Tide 2017'])
    expect(await findTitles('tide', { topic: 'sea-life' })).toEqual(['Tide 2016'])
    expect(await findTitles('tide', { host: 'tides.example' })).toEqual(['Tide 2017', 'Tide 2016'])
    expect(await findTitles('tide', { host: 'blog.tides.example' })).toEqual(['Tide 2016'])
    expect(await findTitles('tide', { year: 2017, host: 'blog.tides.example' })).toEqual([])
  })

  it('without words too, newest first', async () => {
    expect(await find('', { year: 2017 })).toMatchObject({ found: 'all', order: 'newest', total: 2 })
    expect(await findTitles('', { host: 'tides.example' })).toEqual(['Tide 2017', 'Tide 2016'])
    expect(await findTitles('-ebb', { year: 2017 })).toEqual(['Tide 2017'])
  })

  it('but no word is taken for a filter', async () => {
    expect((await find('year:2016 -x')).hits.map(({ title }) => shown(title))).toEqual(['Tide [2016]'])
  })
})
