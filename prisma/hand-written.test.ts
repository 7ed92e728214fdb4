import { describe, expect, it } from 'vitest'
import { pgPool } from '@/lib/db/pool'
import { testDatabase } from '@/lib/testing/test-database'
import { checks, collations, partialIndexes, triggers } from './hand-written'

testDatabase()

/** The first column of every row, sorted by bytes. */
async function names(sql: string): Promise<string[]> {
  const { rows } = await pgPool().query({ text: sql, rowMode: 'array' })
  return rows.map((row) => String(row[0])).sort()
}

const inPublic = `connamespace = 'public'::regnamespace`

// The drift check sees none of these. Each list is whole, so what a later migration drops, or makes without saying
// so in hand-written.ts, fails here.
describe('what Prisma does not know of', () => {
  it('partial and expression indexes', async () => {
    const found = await names(
      `SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
       WHERE relnamespace = 'public'::regnamespace AND (indpred IS NOT NULL OR indexprs IS NOT NULL)`,
    )
    expect(found).toEqual([...partialIndexes].sort())
  })

  it('checks', async () => {
    const found = await names(
      `SELECT conname FROM pg_constraint WHERE ${inPublic} AND contype = 'c' AND convalidated`,
    )
    expect(found).toEqual([...checks].sort())
  })

  it('collations', async () => {
    const found = await names(
      `SELECT attrelid::regclass || '.' || attname || ' ' || collname
       FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_collation ON pg_collation.oid = attcollation
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND collname <> 'default'`,
    )
    expect(found).toEqual([...collations].sort())
  })

  it('triggers, switched on', async () => {
    const found = await names(
      `SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'`,
    )
    expect(found.filter((name) => !name.startsWith('graphile_worker'))).toEqual([...triggers].sort())
  })
})
