import { findPublishedImage } from '@/lib/sponsors/queries/image-files'
import type { Outcome } from '@/server/cache/kept'
import { answerAsk } from './answer-ask'
import { cacheHeaders } from './cache-control'
import { type Exchange, readsOnly, refuseWrite } from './exchange'
import type { Route } from './routes'
import { commonHeaders, filePolicy } from './security-headers'

async function load(hash: string, { keep }: Route): Promise<Outcome> {
  const image = await findPublishedImage(hash)
  if (!image) return { found: 'nothing' }
  const headers = { ...commonHeaders(), 'Content-Security-Policy': filePolicy, ...cacheHeaders(keep) }
  const body = Buffer.from(image.bytes)
  const answer = { status: 200, type: image.type, body, headers, etag: `"${hash}"` } as const
  return { found: 'answer', answer }
}

/** `/media/HASH`: an image that stands in a published issue; there is none before, and none once it is withdrawn. */
export async function handleMedia(exchange: Exchange, route: Route, hash: string): Promise<void> {
  if (!readsOnly(exchange)) return refuseWrite(exchange)
  return answerAsk(exchange, { address: `/media/${hash}`, route, load: () => load(hash, route) })
}
