-- What waits twice, told for a page of the inbox at once: addresses without what most often differs between two of one
-- link (lib/captures/waiting.ts asks with the same expression, and compares what it finds by the rules).
CREATE INDEX "Capture_plain" ON "Capture"
(lower(regexp_replace(split_part(split_part("url", '#', 1), '?', 1), '^https?://(?:www\.|m\.|mobile\.)?|/+$', '', 'gi')))
WHERE "state" IN ('NEW', 'LATER');
