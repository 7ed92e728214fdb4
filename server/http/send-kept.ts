import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Kept, Variant } from '@/server/cache/kept'
import type { Packing } from '@/server/cache/pack'
import type { PageCache } from '@/server/cache/page-cache'
import { clientHas, codingsFor, readConditions } from './negotiate'

const nothingYet = () => undefined

/** The best form for this client that was made so far, and `missing`: a better one that wasn't yet. */
function choose(kept: Kept, takes: string | undefined): { variant: Variant; missing: Packing | null } {
  let missing: Packing | null = null
  for (const coding of codingsFor(takes)) {
    if (coding === 'identity') break
    const variant = kept.packed[coding]
    if (variant) return { variant, missing }
    missing ??= coding
  }
  return { variant: kept.plain, missing }
}

function send(request: IncomingMessage, response: ServerResponse, kept: Kept, variant: Variant): void {
  response.writeHead(kept.status, variant.headers)
  if (request.method === 'HEAD') response.end()
  else response.end(variant.body)
}

/**
 * Answers with what there is, without waiting: a body that isn't packed yet goes as it is, or in the next best form,
 * and is packed for whoever comes next. Makes no promise.
 */
export function sendKept(
  cache: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
  kept: Kept,
): void {
  const read = readConditions(request)
  const takes = read ? read.codings : request.headers['accept-encoding']
  if (read?.isConditional !== false && clientHas(request.headers, kept.validators)) {
    response.writeHead(304, kept.unchanged)
    response.end()
    return
  }
  const { variant, missing } = kept.packable ? choose(kept, takes) : { variant: kept.plain, missing: null }
  if (missing) cache.pack(kept, missing, nothingYet)
  send(request, response, kept, variant)
}

/** The same for whoever waited for the page anyway: also until it is packed. */
export async function sendPacked(
  cache: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
  kept: Kept,
): Promise<void> {
  const missing = kept.packable ? choose(kept, request.headers['accept-encoding']).missing : null
  const ready = missing === null ? kept : await new Promise<Kept>((done) => cache.pack(kept, missing, done))
  sendKept(cache, request, response, ready)
}
