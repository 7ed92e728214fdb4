/**
 * What the migrations make by hand and Prisma's schema can't say. hand-written.test.ts compares these lists with the
 * catalogue; whoever writes such a thing into a migration names it here.
 */

/** As `pg_get_indexdef` prints them. */
export const partialIndexes = [
  `CREATE INDEX "ArchivedItem_headline_words" ON public."ArchivedItem" USING gin (to_tsvector('simple'::regconfig, headline)) WHERE (headline IS NOT NULL)`,
  `CREATE INDEX "ArchivedIssue_withdrawn" ON public."ArchivedIssue" USING btree (slug) WHERE ("withdrawnAt" IS NOT NULL)`,
  `CREATE INDEX "Capture_host" ON public."Capture" USING btree ("left"(reverse(lower("substring"(url, '^[^:]+://(?:[^/?#@]*@)?([^/?#:@]+)'::text))), 200) text_pattern_ops) WHERE (state = ANY (ARRAY['NEW'::"CaptureState", 'LATER'::"CaptureState"]))`,
  `CREATE INDEX "Capture_host_sorted" ON public."Capture" USING btree ("left"(reverse(lower("substring"(url, '^[^:]+://(?:[^/?#@]*@)?([^/?#:@]+)'::text))), 200) text_pattern_ops) WHERE (state = ANY (ARRAY['PLACED'::"CaptureState", 'DISCARDED'::"CaptureState"]))`,
  `CREATE INDEX "Capture_inbox" ON public."Capture" USING btree ("surfacesAt" DESC, id DESC) WHERE (state = ANY (ARRAY['NEW'::"CaptureState", 'LATER'::"CaptureState"]))`,
  `CREATE INDEX "Capture_plain" ON public."Capture" USING btree ("left"(lower(regexp_replace(split_part(split_part(url, '#'::text, 1), '?'::text, 1), '^https?://(?:www\\.|m\\.|mobile\\.)?|/+$'::text, ''::text, 'gi'::text)), 400)) WHERE (state = ANY (ARRAY['NEW'::"CaptureState", 'LATER'::"CaptureState"]))`,
  `CREATE INDEX "Issue_due" ON public."Issue" USING btree ("scheduledAt") WHERE ((state = 'SCHEDULED'::"IssueState") AND ("removedAt" IS NULL))`,
  `CREATE UNIQUE INDEX "Issue_number_live" ON public."Issue" USING btree (number) WHERE ("removedAt" IS NULL)`,
  `CREATE UNIQUE INDEX "Issue_slug_live" ON public."Issue" USING btree (slug) WHERE ("removedAt" IS NULL)`,
  `CREATE UNIQUE INDEX "Item_sectionId_position_live" ON public."Item" USING btree ("sectionId", "position") WHERE ("removedAt" IS NULL)`,
  `CREATE INDEX "SearchWord_near" ON public."SearchWord" USING gin (word gin_trgm_ops) WHERE (((length(word) >= 4) AND (length(word) <= 32)) AND (strpos(word, ':'::text) = 0))`,
  `CREATE UNIQUE INDEX "SlotWait_live" ON public."SlotWait" USING btree ("issueId", "placementId", "sponsorId") WHERE ("endedAt" IS NULL)`,
  `CREATE UNIQUE INDEX "Slot_made_good_live" ON public."Slot" USING btree ("makeGoodForId") WHERE (("makeGoodForId" IS NOT NULL) AND (state <> ALL (ARRAY['RELEASED'::"SlotState", 'MISSED'::"SlotState"])))`,
  `CREATE UNIQUE INDEX "Slot_place_live" ON public."Slot" USING btree ("issueId", "placementId", ordinal) WHERE (state <> ALL (ARRAY['RELEASED'::"SlotState", 'MISSED'::"SlotState"]))`,
  `CREATE UNIQUE INDEX "SponsorContact_email_live" ON public."SponsorContact" USING btree ("sponsorId", email) WHERE ("removedAt" IS NULL)`,
  `CREATE UNIQUE INDEX "SponsorContact_user_live" ON public."SponsorContact" USING btree ("userId") WHERE ("removedAt" IS NULL)`,
  `CREATE UNIQUE INDEX "Sponsor_one_house" ON public."Sponsor" USING btree ("isHouse") WHERE "isHouse"`,
  `CREATE UNIQUE INDEX "Section_issueId_position_live" ON public."Section" USING btree ("issueId", "position") WHERE ("removedAt" IS NULL)`,
]

/** Names of constraints. */
export const checks = [
  'Capture_later',
  'Capture_placed',
  'Capture_url',
  'ClickCount_positive',
  'Edition_positive',
  'Issue_number_positive',
  'Issue_opened',
  'Issue_scheduled',
  'Item_dir',
  'Placement_at',
  'Placement_counts',
  'Publication_dir',
  'Publication_hold',
  'Publication_one_row',
  'Publication_weekday',
  'ReportSnapshot_day',
  'Slot_approved',
  'Slot_held',
  'Slot_ordinal',
  'Slot_price',
  'Slot_submitted',
  'SlotRequest_email_lower',
  'SlotRequest_open',
  'SponsorContact_email_lower',
  'SponsorPart_at',
  'User_email_lower',
]

/** Table, column and collation. */
export const collations = [
  '"Item".position C',
  '"SearchWord".stem C',
  '"SearchWord".word C',
  '"Section".position C',
  '"SponsorPart".position C',
]

/** Table and name. */
export const triggers = [
  '"AdCopyVersion" AdCopyVersion_immutable',
  '"ClickTarget" ClickTarget_immutable',
  '"Edition" Edition_desk',
  '"Edition" Edition_immutable',
  '"Issue" Issue_desk',
  '"Issue" Issue_past',
  '"Item" Item_desk_insert',
  '"Item" Item_desk_update',
  '"Item" Item_past',
  '"Presence" Presence_desk',
  '"Publication" Publication_generation',
  '"ReportSnapshot" ReportSnapshot_immutable',
  '"Review" Review_immutable',
  '"Section" Section_desk',
  '"Section" Section_past',
  '"Session" Session_desk',
  '"Slot" Slot_desk',
  '"SponsorPart" SponsorPart_desk',
  '"User" User_desk',
]
