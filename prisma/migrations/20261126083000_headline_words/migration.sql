-- Headlines by their words: those that share two are compared by pg_trgm, whose own index takes too long for that.
CREATE INDEX "ArchivedItem_headline_words" ON "ArchivedItem" USING GIN (to_tsvector('simple', "headline"))
WITH (fastupdate = off) WHERE "headline" IS NOT NULL;
