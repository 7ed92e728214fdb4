import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import inject from 'light-my-request'
import { originHeaders } from './clean-request'
import { stripScripts } from './strip-scripts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A page or file as Next made it, without script. */
export type Fill = {
  status: number
  type: string
  body: Buffer
  etag: string
  /** As Next's handler said it, where it knows. */
  lastModified: string | null
  requestId: string
  /** Where Next sends on, on a redirect. */
  location: string | null
}

async function requestPage(
  handler: Handler,
  address: string,
  headers: Record<string, string>,
): Promise<Fill> {
  const requestId = randomUUID()
  const dispatch = (request: IncomingMessage, response: ServerResponse) => {
    handler(request, response).catch((error) => response.destroy(error))
  }
  const answer = await inject(dispatch as Parameters<typeof inject>[0], {
    method: 'GET',
    url: address,
    headers: { ...originHeaders(requestId), 'user-agent': 'gleaner', ...headers },
  })
  const type = String(answer.headers['content-type'] ?? 'application/octet-stream')
  const isHtml = type.startsWith('text/html')
  const body = isHtml ? Buffer.from(stripScripts(answer.payload)) : answer.rawPayload
  // Weak: the same for the body as it is and for the body compressed (RFC 9110, 8.8.1).
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const lastModified = answer.headers['last-modified'] ? String(answer.headers['last-modified']) : null
  const location = answer.headers.location ? String(answer.headers.location) : null
  return { status: answer.statusCode, type, body, etag, lastModified, requestId, location }
}

/**
 * Asks Next for a public page, as ourselves: with no header of any client's, so that none can change what others read.
 * @param address path and query as Next has it
 */
export function fillPage(handler: Handler, address: string): Promise<Fill> {
  return requestPage(handler, address, {})
}

/** Asks Next for a page that only the person with this cookie may see; nothing is shared. */
export function fillFor(handler: Handler, address: string, cookie: string | undefined): Promise<Fill> {
  return requestPage(handler, address, cookie ? { cookie } : {})
}
