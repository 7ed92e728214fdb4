import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import inject from 'light-my-request'
import { originHeaders } from './clean-request'
import { stripScripts } from './strip-scripts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A page or file as Next made it for one person, without script. */
type Framed = {
  status: number
  type: string
  body: Buffer
  /** Under which an error of it is logged. */
  requestId: string
  /** Where Next sends on, on a redirect. */
  location: string | null
}

/** Asks Next for a page that only the person with this cookie may see; nothing of it is kept or shared. */
export async function requestFramed(
  handler: Handler,
  address: string,
  cookie: string | undefined,
): Promise<Framed> {
  const requestId = randomUUID()
  const dispatch = (request: IncomingMessage, response: ServerResponse) => {
    handler(request, response).catch((error) => response.destroy(error))
  }
  const answer = await inject(dispatch as Parameters<typeof inject>[0], {
    method: 'GET',
    url: address,
    headers: { ...originHeaders(requestId), 'user-agent': 'gleaner', ...(cookie ? { cookie } : {}) },
  })
  const type = String(answer.headers['content-type'] ?? 'application/octet-stream')
  const isHtml = type.startsWith('text/html')
  const body = isHtml ? Buffer.from(stripScripts(answer.payload)) : answer.rawPayload
  const location = answer.headers.location ? String(answer.headers.location) : null
  return { status: answer.statusCode, type, body, requestId, location }
}
