import { beforeEach, describe, expect, it } from 'vitest'
import { unarchiveItems } from '@/lib/archive/commands/archive-items'
import { db, transaction } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { raiseGeneration } from '@/lib/publication/generation'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { find } from '@/lib/testing/search'
import { testDatabase } from '@/lib/testing/test-database'
import { countChangedWords, countWords } from './words'

const { empty } = testDatabase()
beforeEach(empty)

let number = 0
function publish(headline: string) {
  number += 1
  const items = [makeItem({ headline, blurb: '', url: null })]
  return makePublishedIssue(
    makeDocument({
      issue: { number, slug: `issue-${number}` },
      sections: [makeSection({ title: null, items })],
    }),
  )
}

async function words() {
  const rows = await db().searchWord.findMany({ orderBy: { word: 'asc' } })
  return rows.map(({ word, stem, items }) => `${word} ${stem} ${items}`)
}

describe('the words of the archive', () => {
  it('are known from the commit on, and counted after it', async () => {
    await publish('Repairing the harbour')
    await publish('The harbours')
    const fresh = [
      'harbour harbour 1',
      'harbours harbour 1',
      'repairing repair 1',
      'the  1',
      'year:2026 year:2026 1',
    ]
    expect(await words()).toEqual(fresh)
    expect(await find('repair')).toMatchObject({ found: 'all', total: 1 })
    await countWords()
    expect(await words()).toEqual([...fresh.slice(0, 3), 'the  2', 'year:2026 year:2026 2'])
  })

  it('are forgotten with the last item that has them', async () => {
    const { id } = await publish('Harbour')
    await publish('Tide')
    await transaction((tx) => unarchiveItems(tx, id))
    await countWords()
    expect(await words()).toEqual(['tide tide 1', 'year:2026 year:2026 1'])
    expect(await find('harbuor')).toMatchObject({ found: 'nothing', corrections: [] })
  })

  it('of a withdrawn issue are offered to nobody before they are counted, and the next nearest is', async () => {
    const { id } = await publish('Harbourmaster')
    await publish('Harbourmasters')
    await countWords()
    const meant = async () => (await find('harbourmastre')).corrections.map((correction) => correction.meant)
    expect(await meant()).toEqual(['harbourmaster'])
    await transaction((tx) => unarchiveItems(tx, id))
    expect((await words()).join()).toContain('harbourmaster ')
    expect(await meant()).toEqual(['harbourmasters'])
  })

  it('are left to the count by those who can’t have their turn, who don’t wait for it', async () => {
    await transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(7301980)`
      await publish('Harbour')
    })
    expect(await words()).toEqual([])
    expect(await find('harbour')).toMatchObject({ found: 'all', total: 1 })
    await countWords()
    expect(await words()).toEqual(['harbour harbour 1', 'year:2026 year:2026 1'])
  })

  it('are sorted into the indexes when they are counted, and found before', async () => {
    const { rows } = await pgPool().query(
      `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
       WHERE i.indrelid = '"ArchivedItem"'::regclass AND a.amname = 'gin'`,
    )
    /** Pages of what was not yet sorted in; asking sorts it in. */
    const waiting = async () => {
      const all = rows.map(({ name }) =>
        pgPool().query('SELECT gin_clean_pending_list($1::regclass) AS pages', [`"${name}"`]),
      )
      return (await Promise.all(all)).map((result) => Number(result.rows[0].pages))
    }
    await db().publication.create({ data: { name: 'Tide Table' } })
    await waiting()
    await publish('Harbour')
    expect(await waiting()).toEqual([1, 1, 1])
    await publish('Harbours')
    expect(await find('harbour')).toMatchObject({ found: 'all', total: 2 })
    await transaction(raiseGeneration)
    await countChangedWords()
    expect(await waiting()).toEqual([0, 0, 0])
  })

  it('are counted once for each change', async () => {
    expect(await countChangedWords()).toBe(false)
    await db().publication.create({ data: { name: 'Tide Table' } })
    expect([await countChangedWords(), await countChangedWords()]).toEqual([true, false])
    await publish('Harbour')
    await transaction(raiseGeneration)
    expect([await countChangedWords(), await countChangedWords()]).toEqual([true, false])
    await db().publication.updateMany({ data: { lang: 'de' } })
    await transaction(raiseGeneration)
    expect(await countChangedWords()).toBe(true)
  })
})
