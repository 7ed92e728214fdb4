-- What stood beside an item when words of it that point at others were saved.
ALTER TABLE "Item" ADD COLUMN "writtenBetween" JSONB;
