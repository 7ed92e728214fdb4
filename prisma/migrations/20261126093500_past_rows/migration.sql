-- CreateTable
CREATE TABLE "PastRow" (
    "id" BIGSERIAL NOT NULL,
    "issueId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "content" JSONB,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "xact" BIGINT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,

    CONSTRAINT "PastRow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PastRow_issueId_id_idx" ON "PastRow"("issueId", "id");

-- CreateIndex
CREATE INDEX "PastRow_rowId_id_idx" ON "PastRow"("rowId", "id");

-- AddForeignKey
ALTER TABLE "PastRow" ADD CONSTRAINT "PastRow_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a row was, kept in the transaction that changes it. Commands say who they are (lib/receipts/run-command.ts);
-- whoever doesn't is the system. A publication's own columns (state, schedule) are told by editions and the audit.
CREATE FUNCTION keep_past(issue uuid, kind text, row_id uuid, content jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  actor jsonb := coalesce(nullif(current_setting('gleaner.actor', true), ''), '{}')::jsonb;
BEGIN
  INSERT INTO "PastRow" ("issueId", "kind", "rowId", "content", "until", "xact", "actorId", "actorName")
  VALUES (issue, kind, row_id, content - 'fieldVersions', clock_timestamp(), pg_current_xact_id()::text::bigint,
          (actor->>'id')::uuid, coalesce(actor->>'name', 'system'));
END $$;

CREATE FUNCTION keep_past_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_past(OLD."id", 'issue', OLD."id", to_jsonb(OLD));
  RETURN NULL;
END $$;
CREATE TRIGGER "Issue_past" AFTER UPDATE ON "Issue" FOR EACH ROW
  WHEN (OLD."version" <> NEW."version") EXECUTE FUNCTION keep_past_issue();

CREATE FUNCTION keep_past_section() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_past(NEW."issueId", 'section', NEW."id", CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END)
  FROM "Issue" issue WHERE issue."id" = NEW."issueId" AND (TG_OP = 'UPDATE' OR issue."createdAt" < now());
  RETURN NULL;
END $$;
-- What comes with its issue, as in an import, was not there before it: nothing is to be kept of that.
CREATE TRIGGER "Section_past" AFTER INSERT OR UPDATE ON "Section" FOR EACH ROW EXECUTE FUNCTION keep_past_section();

CREATE FUNCTION keep_past_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_past(issue."id", 'item', NEW."id", CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END)
  FROM "Section" section JOIN "Issue" issue ON issue."id" = section."issueId"
  WHERE section."id" = NEW."sectionId" AND (TG_OP = 'UPDATE' OR issue."createdAt" < now());
  RETURN NULL;
END $$;
CREATE TRIGGER "Item_past" AFTER INSERT OR UPDATE ON "Item" FOR EACH ROW EXECUTE FUNCTION keep_past_item();
