import { connection } from 'next/server'
import { listRecentDocuments } from '@/lib/archive/queries'
import { sponsorLinksIn } from '@/lib/clicks/queries'
import { now } from '@/lib/clock/clock'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'
import { readPublication } from '@/lib/publication/queries'
import { writeRss } from '@/lib/render/rss'

/** Full texts, so that a reader who was away for a season finds it all, and a poll stays small. */
const ISSUES = 15

/** `/feed.xml`: the newest issues, whole, as RSS 2.0. */
export async function GET(): Promise<Response> {
  await connection()
  const [publication, entries] = await Promise.all([readPublication(), listRecentDocuments(ISSUES)])
  const sponsorLinks = await sponsorLinksIn(entries.map(({ document }) => document))
  const xml = writeRss(publication, entries, { origin: env().APP_URL, at: now(), sponsorLinks })
  return textResponse(xml, 'application/rss+xml')
}
