-- Some newsletters never numbered their issues; those come in by import, already published. What is opened here has
-- a number, as before.
ALTER TABLE "Issue" DROP CONSTRAINT "Issue_opened";
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_opened" CHECK (
  "state" IN ('PLANNED', 'SKIPPED')
  OR "slug" IS NOT NULL AND ("number" IS NOT NULL OR "state" IN ('PUBLISHED', 'WITHDRAWN'))
);
