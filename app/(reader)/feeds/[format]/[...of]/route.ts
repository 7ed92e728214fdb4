import { connection } from 'next/server'
import { loadFeed } from '@/app/(reader)/feeds/load-feed'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'
import { feedPath } from '@/lib/render/feed/feed-path'
import { feedFormats, isFeedFormat } from '@/lib/render/feed/formats'

type Context = { params: Promise<{ format: string; of: string[] }> }

/** Every feed in every format; the route table has the addresses by which they are known. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection()
  const { format, of } = await params
  const query = new URL(request.url).searchParams
  const loaded = isFeedFormat(format) ? await loadFeed(of.map(decodeURIComponent), query) : null
  if (!isFeedFormat(format) || !loaded) return textResponse('There is no such feed.\n', 'text/plain', 404)
  const { write, type } = feedFormats[format]
  const self = `${env().APP_URL}${feedPath(loaded.followed, format)}`
  return textResponse(write(loaded.feed, self), type)
}
