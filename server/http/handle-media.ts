import { findPublishedImage } from '@/lib/sponsors/queries/image-files'
import { sendAnswer, sendError } from './answer'
import { type Exchange, readsOnly, refuseWrite } from './exchange'
import { isKnown } from './negotiate'
import { filePolicy } from './security-headers'

/** The address names the bytes, so what was loaded once is never asked for again. */
const FOREVER = 'public, max-age=31536000, immutable'

/** `/media/HASH`: an image that stands in a published issue; there is none before, and none once it is withdrawn. */
export async function handleMedia(exchange: Exchange, hash: string): Promise<void> {
  const { request, response } = exchange
  if (!readsOnly(exchange)) return refuseWrite(exchange)
  const image = await findPublishedImage(hash)
  if (!image) return sendError(request, response, 404)
  const etag = `"${hash}"`
  const known = isKnown(String(request.headers['if-none-match'] ?? ''), etag)
  return sendAnswer(request, response, {
    status: known ? 304 : 200,
    headers: { ETag: etag, 'Cache-Control': FOREVER, 'Content-Security-Policy': filePolicy },
    type: image.type,
    body: known ? Buffer.alloc(0) : Buffer.from(image.bytes),
  })
}
