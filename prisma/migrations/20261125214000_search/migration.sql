-- Words that are nearly alike, for what was mistyped. PostgreSQL trusts it to whoever may create in the database.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- What an item is found by. Code fills it (lib/search/vector.ts), since it reads queries by the same rules.
ALTER TABLE "ArchivedItem" ADD COLUMN "search" tsvector;

-- Kept in the row itself: a search looks at it in thousands of rows, and at the item and its text in twenty.
ALTER TABLE "ArchivedItem" ALTER COLUMN "search" SET STORAGE MAIN;

-- Issues come weekly and are looked for all day: nothing is put off to whoever searches next.
CREATE INDEX "ArchivedItem_search_idx" ON "ArchivedItem" USING GIN ("search") WITH (fastupdate = off);

CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL,
    "stem" TEXT COLLATE "C" NOT NULL,
    "items" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

CREATE INDEX "SearchWord_stem_idx" ON "SearchWord"("stem");

-- Of no use for pairs of Chinese or Japanese characters, and filters are not words.
CREATE INDEX "SearchWord_near" ON "SearchWord" USING GIN ("word" gin_trgm_ops)
WHERE length("word") BETWEEN 4 AND 32 AND strpos("word", ':') = 0;

-- Of which generation the words were counted last.
ALTER TABLE "Publication" ADD COLUMN "wordsGeneration" INTEGER NOT NULL DEFAULT -1;
