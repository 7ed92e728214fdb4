import { describe, expect, test } from 'vitest'
import { testDatabase } from '@/lib/testing/test-database'
import { pgPool } from './pool'

testDatabase()

/** Rows of one query as `name → definition`, as Postgres itself writes it. */
async function fromCatalogue(query: string): Promise<Record<string, string>> {
  const { rows } = await pgPool().query<{ name: string; definition: string }>(query)
  return Object.fromEntries(rows.map(({ name, definition }) => [name, definition]))
}

// Prisma's drift check sees none of these: what is missing here was lost by a migration, what is new belongs here too.
describe('what the schema language can not say is in the database', () => {
  test('indexes on a part of the rows', async () => {
    const found = await fromCatalogue(
      `SELECT indexname AS name, regexp_replace(indexdef, '^.* ON public\\.', CASE WHEN indexdef LIKE '%UNIQUE%'
         THEN 'unique ' ELSE '' END) AS definition
       FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '% WHERE %'`,
    )
    expect(found).toEqual({
      Section_issueId_position_live:
        'unique "Section" USING btree ("issueId", "position") WHERE ("removedAt" IS NULL)',
      Item_sectionId_position_live:
        'unique "Item" USING btree ("sectionId", "position") WHERE ("removedAt" IS NULL)',
      Issue_number_live: 'unique "Issue" USING btree (number) WHERE ("removedAt" IS NULL)',
      Issue_slug_live: 'unique "Issue" USING btree (slug) WHERE ("removedAt" IS NULL)',
      Issue_due: `"Issue" USING btree ("scheduledAt") WHERE ((state = 'SCHEDULED'::"IssueState") AND ("removedAt" IS NULL))`,
    })
  })

  test('checks', async () => {
    const found = await fromCatalogue(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    )
    expect(found).toEqual({
      Publication_one_row: 'CHECK ((id = 1))',
      Publication_weekday: 'CHECK (((weekday >= 1) AND (weekday <= 7)))',
      Publication_dir: "CHECK ((dir = ANY (ARRAY['ltr'::text, 'rtl'::text])))",
      User_email_lower: 'CHECK ((email = lower(email)))',
      Issue_number_positive: 'CHECK ((number > 0))',
      Issue_opened: expect.stringMatching(
        /'PLANNED'.*'SKIPPED'.*slug IS NOT NULL.*number IS NOT NULL.*'PUBLISHED'.*'WITHDRAWN'/,
      ),
      Issue_scheduled: expect.stringMatching(
        /'SCHEDULED'.*"scheduledAt" IS NOT NULL.*"scheduledWall" IS NOT NULL.*"scheduledZone" IS NOT NULL/,
      ),
      SponsorPart_at: expect.stringMatching(/'top'.*'bottom'.*"sectionId" IS NULL.*'after'.*IS NOT NULL/),
      Edition_positive: 'CHECK ((edition > 0))',
    })
  })

  test('keys that are compared as bytes', async () => {
    const found = await fromCatalogue(
      `SELECT table_name || '.' || column_name AS name, collation_name AS definition
       FROM information_schema.columns WHERE table_schema = 'public' AND collation_name IS NOT NULL`,
    )
    expect(found).toEqual({ 'Section.position': 'C', 'Item.position': 'C', 'SponsorPart.position': 'C' })
    const { rows } = await pgPool().query(`SELECT 'Zz' < 'a0' COLLATE "C" AS ordered`)
    expect(rows).toEqual([{ ordered: true }])
  })

  test('triggers', async () => {
    const found = await fromCatalogue(
      `SELECT tgname AS name, pg_get_triggerdef(oid) AS definition FROM pg_trigger
       WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
    )
    expect(found).toEqual({
      Edition_immutable: expect.stringMatching(/BEFORE DELETE OR UPDATE ON public."Edition" FOR EACH ROW/),
    })
  })
})
