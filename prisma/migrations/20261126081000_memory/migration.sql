-- Headlines that are nearly alike, and those that hold what somebody types. Issues come weekly and are asked for all day.
CREATE INDEX "ArchivedItem_headline_idx" ON "ArchivedItem" USING GIN ("headline" gin_trgm_ops) WITH (fastupdate = off);

-- How many items of a host there were of late.
CREATE INDEX "ArchivedItem_host_date_idx" ON "ArchivedItem"("host", "date");

-- What waits of a site, whatever stands before its domain: the host of the address, its letters in reverse
-- (lib/captures/waiting.ts asks with the same expression).
CREATE INDEX "Capture_host" ON "Capture"
(reverse(lower(substring("url" from '^[^:]+://(?:[^/?#@]*@)?([^/?#:@]+)'))) text_pattern_ops)
WHERE "state" IN ('NEW', 'LATER');
