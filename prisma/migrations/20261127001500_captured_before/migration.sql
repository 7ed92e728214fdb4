-- What was captured of a site and is sorted by now: with `Capture_host` all that feeds need to bring nothing again,
-- however its address is written (lib/captures/waiting.ts).
CREATE INDEX "Capture_host_sorted" ON "Capture"
(reverse(lower(substring("url" from '^[^:]+://(?:[^/?#@]*@)?([^/?#:@]+)'))) text_pattern_ops)
WHERE "state" IN ('PLACED', 'DISCARDED');
