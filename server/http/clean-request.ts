import type { IncomingMessage } from 'node:http'
import { env } from '@/lib/env/env'

/**
 * Headers that steer Next or name another origin. Some would change what a page renders, and none is a client's
 * business: the origin is APP_URL, and there are no server actions.
 */
const dropped = /^(x-forwarded-|x-middleware-|x-nextjs-|x-next-|x-invoke-|x-now-|x-vercel-|x-gleaner-)/
const droppedNames = new Set([
  'forwarded',
  'x-matched-path',
  'x-http-method-override',
  'next-action',
  'x-nonce',
])

/** The request as Next may see it. Changes it in place. @param requestId under which an error of it is logged */
export function cleanRequest(request: IncomingMessage, requestId: string): void {
  for (const name of Object.keys(request.headers))
    if (dropped.test(name) || droppedNames.has(name)) delete request.headers[name]
  Object.assign(request.headers, originHeaders(requestId))
  request.headers['x-gleaner-client'] = request.socket.remoteAddress ?? ''
}

/** What every request to Next says of where it is. */
export function originHeaders(requestId: string): Record<string, string> {
  const origin = new URL(env().APP_URL)
  return {
    host: origin.host,
    'x-forwarded-host': origin.host,
    'x-forwarded-proto': origin.protocol.slice(0, -1),
    'x-gleaner-request': requestId,
  }
}

/**
 * Takes away what Next's router in the browser says of itself. Handlers don't want it, and where there is none Next
 * would answer with a page for that router, which it can't for a POST.
 */
export function dropRouterHeaders(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers))
    if (name === 'rsc' || name.startsWith('next-')) delete request.headers[name]
}
