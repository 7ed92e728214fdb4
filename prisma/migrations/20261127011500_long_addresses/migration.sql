-- An address may have more bytes than an index holds (2,704): 2,048 characters of other scripts, or a host of a thousand
-- that browsers read as a short one. Whoever captured such a link was answered with an error.
DROP INDEX "Capture_host";
DROP INDEX "Capture_host_sorted";
DROP INDEX "Capture_plain";

CREATE INDEX "Capture_host" ON "Capture"
(left(reverse(lower(substring("url" from '^[^:]+://(?:[^/?#@]*@)?([^/?#:@]+)'))), 200) text_pattern_ops)
WHERE "state" IN ('NEW', 'LATER');

CREATE INDEX "Capture_host_sorted" ON "Capture"
(left(reverse(lower(substring("url" from '^[^:]+://(?:[^/?#@]*@)?([^/?#:@]+)'))), 200) text_pattern_ops)
WHERE "state" IN ('PLACED', 'DISCARDED');

CREATE INDEX "Capture_plain" ON "Capture"
(left(lower(regexp_replace(split_part(split_part("url", '#', 1), '?', 1), '^https?://(?:www\.|m\.|mobile\.)?|/+$', '', 'gi')), 400))
WHERE "state" IN ('NEW', 'LATER');
