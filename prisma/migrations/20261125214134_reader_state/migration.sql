ALTER TABLE "Publication" ADD COLUMN "shownFrom" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "ArchivedIssue_withdrawn" ON "ArchivedIssue" ("slug") WHERE "withdrawnAt" IS NOT NULL;

-- What a server must know to answer readers while the database is away. A withdrawn issue is withdrawn under each of
-- the slugs it had: an old page may link to it by any of them.
CREATE FUNCTION reader_state() RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object(
    'generation', p."generation",
    'shownFrom', p."shownFrom",
    'storefrontOpen', p."storefrontOpen",
    'name', p."name",
    'lang', p."lang",
    'dir', p."dir",
    'withdrawn', coalesce((
      SELECT json_agg(slug) FROM (
        SELECT a."slug" FROM "ArchivedIssue" a WHERE a."withdrawnAt" IS NOT NULL
        UNION
        SELECT substr(r."fromPath", 9) FROM "ArchivedIssue" a JOIN "Redirect" r ON r."toPath" = '/issues/' || a."slug"
        WHERE a."withdrawnAt" IS NOT NULL AND r."fromPath" LIKE '/issues/%'
      ) gone
    ), '[]'::json)
  ) FROM "Publication" p WHERE p."id" = 1
$$;

-- Told when the transaction commits, with what is true then, in whatever order it wrote. A payload of 8,000 bytes or
-- more is refused by Postgres; then each server reads for itself.
CREATE FUNCTION tell_generation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state text := reader_state()::text;
BEGIN
  PERFORM pg_notify(
    'generation', CASE WHEN octet_length(state) < 8000 THEN state ELSE '' END
  );
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Publication_generation" AFTER INSERT OR UPDATE OF "generation" ON "Publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_generation();
