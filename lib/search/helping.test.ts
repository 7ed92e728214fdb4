import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { countWords } from '@/lib/search/commands/words'
import { find, findTitles, publishItems, shown } from '@/lib/testing/search'
import { testDatabase } from '@/lib/testing/test-database'

const { empty } = testDatabase()
beforeEach(empty)

describe('a mistyped word', () => {
  beforeEach(() => publishItems(['Connection repair', 'Kubernetes at sea', 'Docker', 'Сбои в сети']))

  it.each([
    ['conection', 'connection', 'Connection repair'],
    ['repiar', 'repair', 'Connection repair'],
    ['kuberntes', 'kubernetes', 'Kubernetes at sea'],
    ['dokcer', 'docker', 'Docker'],
    ['сбио', 'сбои', 'Сбои в сети'],
  ])('%s is taken for %s, and it is said', async (typed, meant, title) => {
    const { found, corrections, hits } = await find(typed)
    expect({ found, corrections }).toEqual({ found: 'all', corrections: [{ typed, meant }] })
    expect(hits.map(({ item }) => item.headline)).toEqual([title])
  })

  it('is left alone where it is known, quoted, excluded or too short', async () => {
    expect(await find('docker')).toMatchObject({ corrections: [] })
    expect(await find('"dokcer"')).toMatchObject({ found: 'nothing', corrections: [] })
    expect(await find('docker -repiar')).toMatchObject({ found: 'all', corrections: [] })
    expect(await find('sae')).toMatchObject({ found: 'nothing', corrections: [] })
  })

  it('is marked as what was meant', async () => {
    const { hits } = await find('conections')
    expect(hits.map(({ title }) => shown(title))).toEqual(['[Connection] repair'])
  })
})

describe('where nothing has all words', () => {
  beforeEach(() =>
    publishItems([
      { headline: 'Connection repair', blurb: 'TCP, and the years that it took.' },
      { headline: 'An article', blurb: 'of years and years, about articles' },
      'The article',
      'Ten years',
      'TCP',
    ]),
  )

  it('the best of any come, the rarest words first, and it is said', async () => {
    const { found, hits } = await find('that article about tcp connection repair from years ago')
    expect(found).toBe('any')
    expect(hits[0]?.item.headline).toBe('Connection repair')
    expect(hits.length).toBe(5)
  })

  it('words that all have count for nothing', async () => {
    expect((await find('the about that xyzzy')).found).toBe('nothing')
    const { ignored, found } = await find('the article')
    expect({ ignored, found }).toEqual({ ignored: ['the'], found: 'all' })
    expect(await findTitles('the')).toEqual(expect.arrayContaining(['The article', 'Connection repair']))
    expect(await findTitles('"the article"')).toEqual(['The article'])
  })

  it('a word that nothing has does not keep the others from being found', async () => {
    const { found, hits } = await find('xyzzyplugh tcp')
    expect([found, hits.length]).toEqual(['any', 2])
    expect(await find('xyzzyplugh')).toMatchObject({ found: 'nothing', hits: [], next: null })
  })
})

describe('languages', () => {
  it('give words their forms, and a word is found by itself in any', async () => {
    await db().publication.create({ data: { name: 'Gezeiten', lang: 'de' } })
    await publishItems(['Die Häfen und Boote', 'Running boats', '障害 reports'])
    expect(await findTitles('Boot')).toEqual(['Die Häfen und Boote'])
    expect(await findTitles('running')).toEqual(['Running boats'])
    expect(await findTitles('die')).toEqual(['Die Häfen und Boote'])
    await db().publication.updateMany({ data: { lang: 'ja' } })
    await countWords()
    expect(await findTitles('report')).toEqual(['障害 reports'])
    expect(await findTitles('boat run')).toEqual(['Running boats'])
  })
})
