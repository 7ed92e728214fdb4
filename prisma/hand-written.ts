/**
 * What the migrations make by hand and Prisma's schema can't say. hand-written.test.ts compares these lists with the
 * catalogue; whoever writes such a thing into a migration names it here.
 */

/** As `pg_get_indexdef` prints them. */
export const partialIndexes = [
  `CREATE INDEX "Issue_due" ON public."Issue" USING btree ("scheduledAt") WHERE ((state = 'SCHEDULED'::"IssueState") AND ("removedAt" IS NULL))`,
  `CREATE UNIQUE INDEX "Issue_number_live" ON public."Issue" USING btree (number) WHERE ("removedAt" IS NULL)`,
  `CREATE UNIQUE INDEX "Issue_slug_live" ON public."Issue" USING btree (slug) WHERE ("removedAt" IS NULL)`,
  `CREATE UNIQUE INDEX "Item_sectionId_position_live" ON public."Item" USING btree ("sectionId", "position") WHERE ("removedAt" IS NULL)`,
  `CREATE UNIQUE INDEX "Section_issueId_position_live" ON public."Section" USING btree ("issueId", "position") WHERE ("removedAt" IS NULL)`,
]

/** Names of constraints. */
export const checks = [
  'Edition_positive',
  'Issue_number_positive',
  'Issue_opened',
  'Issue_scheduled',
  'Publication_dir',
  'Publication_one_row',
  'Publication_weekday',
  'SponsorPart_at',
  'User_email_lower',
]

/** Table, column and collation. */
export const collations = ['"Item".position C', '"Section".position C', '"SponsorPart".position C']

/** Table and name. */
export const triggers = ['"Edition" Edition_immutable']
