import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PageCache } from '@/server/cache/page-cache'
import { Standing } from '@/server/cache/standing'
import { openClickCounter } from '@/server/clicks/click-counter'
import { DeskHub } from '@/server/desk/desk-hub'
import type { Site } from '@/server/http/exchange'
import type { Handler } from '@/server/http/request-framed'
import { make } from '@/server/reader/makers'

const BYTES = 1_000_000

/** What answers requests in a test, around a Next that the test brings; it hears of publications when it is told. */
export function makeSite(next: Handler, given: Partial<Site> = {}): Site {
  const standing = given.standing ?? new Standing()
  return {
    next,
    make,
    dev: false,
    clicks: given.clicks ?? openClickCounter(mkdtempSync(join(tmpdir(), 'gleaner-clicks-'))),
    standing,
    cache: new PageCache(standing, BYTES, () => true),
    desk: new DeskHub(),
    jobsRunning: () => true,
    hears: () => true,
    ...given,
  }
}
