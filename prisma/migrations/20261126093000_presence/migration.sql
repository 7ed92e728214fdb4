-- CreateTable
CREATE TABLE "Presence" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "viewId" UUID NOT NULL,
    "at" UUID,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Presence_issueId_idx" ON "Presence"("issueId");

-- CreateIndex
CREATE INDEX "Presence_seenAt_idx" ON "Presence"("seenAt");

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What open editors are told, by whatever way it came about: `{ issue, rows }` with the versions that rows have now, or
-- with `rows` null where more than texts changed. Postgres tells equal payloads of one transaction once.
CREATE FUNCTION tell_desk(issue uuid, told jsonb) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('desk', json_build_object('issue', issue, 'rows', told)::text)
$$;

CREATE FUNCTION tell_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_desk(NEW."id", CASE
    WHEN NEW."version" <> OLD."version" AND NEW."removedAt" IS NOT DISTINCT FROM OLD."removedAt"
      AND NEW."state" = OLD."state" THEN jsonb_build_object(NEW."id", NEW."version") END);
  RETURN NULL;
END $$;
CREATE TRIGGER "Issue_desk" AFTER UPDATE ON "Issue" FOR EACH ROW EXECUTE FUNCTION tell_issue();

CREATE FUNCTION tell_section() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_desk(NEW."issueId", CASE
    WHEN TG_OP = 'UPDATE' AND NEW."removedAt" IS NOT DISTINCT FROM OLD."removedAt" AND NEW."position" = OLD."position"
      THEN jsonb_build_object(NEW."id", NEW."version") END);
  RETURN NULL;
END $$;
CREATE TRIGGER "Section_desk" AFTER INSERT OR UPDATE ON "Section" FOR EACH ROW EXECUTE FUNCTION tell_section();

-- By statement, since an import brings thousands at once.
CREATE FUNCTION tell_new_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_desk(section."issueId", NULL)
  FROM "Section" section WHERE section."id" IN (SELECT "sectionId" FROM made);
  RETURN NULL;
END $$;
CREATE TRIGGER "Item_desk_insert" AFTER INSERT ON "Item" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION tell_new_items();

CREATE FUNCTION tell_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_desk(section."issueId", CASE
    WHEN count(*) <= 20 AND bool_and(was."sectionId" = made."sectionId" AND was."position" = made."position"
      AND was."removedAt" IS NOT DISTINCT FROM made."removedAt") THEN jsonb_object_agg(made."id", made."version") END)
  FROM made JOIN was ON was."id" = made."id" JOIN "Section" section ON section."id" = made."sectionId"
  GROUP BY section."issueId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Item_desk_update" AFTER UPDATE ON "Item" REFERENCING OLD TABLE AS was NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION tell_items();

CREATE FUNCTION tell_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_desk(CASE WHEN TG_OP = 'DELETE' THEN OLD."issueId" ELSE NEW."issueId" END, NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER "SponsorPart_desk" AFTER INSERT OR UPDATE OR DELETE ON "SponsorPart"
  FOR EACH ROW EXECUTE FUNCTION tell_part();
CREATE TRIGGER "Slot_desk" AFTER INSERT OR UPDATE ON "Slot" FOR EACH ROW EXECUTE FUNCTION tell_part();
CREATE TRIGGER "Edition_desk" AFTER INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION tell_part();

-- Who is there, and in which item. Renewing `seenAt` is no news.
CREATE FUNCTION tell_presence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', json_build_object(
    'issue', CASE WHEN TG_OP = 'DELETE' THEN OLD."issueId" ELSE NEW."issueId" END, 'people', true)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "Presence_desk" AFTER INSERT OR UPDATE OF "at" OR DELETE ON "Presence"
  FOR EACH ROW EXECUTE FUNCTION tell_presence();

-- Somebody may have lost the right to listen.
CREATE FUNCTION tell_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', '{"access":true}');
  RETURN NULL;
END $$;
CREATE TRIGGER "Session_desk" AFTER UPDATE OF "revokedAt" ON "Session"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_access();
CREATE TRIGGER "User_desk" AFTER UPDATE OF "role", "disabledAt" ON "User"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_access();
