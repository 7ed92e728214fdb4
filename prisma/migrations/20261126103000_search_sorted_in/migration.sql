-- What is published is noted at once, and sorted into these indexes by the job that counts the words
-- (lib/search/commands/sort-in.ts): sorting in each word of fifteen items took most of the time that publishing took.
ALTER INDEX "ArchivedItem_search_idx" RESET (fastupdate);
ALTER INDEX "ArchivedItem_headline_idx" RESET (fastupdate);
ALTER INDEX "ArchivedItem_headline_words" RESET (fastupdate);
