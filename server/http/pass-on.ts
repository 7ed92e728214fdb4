import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import type { Handler } from './request-framed'
import { commonHeaders } from './security-headers'

/** What Next says about caching and about itself is not said to anybody. */
const discarded = ['cache-control', 'x-powered-by', 'x-nextjs-cache', 'x-nextjs-prerender']

/**
 * Lets Next answer a client. Our headers stand, whatever Next sets, on every status.
 * @param headers in addition to those of every answer
 */
export async function passOn(
  next: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>,
): Promise<void> {
  const ours = { ...commonHeaders(), ...headers }
  const writeHead = response.writeHead.bind(response) as (status: number, reason?: string) => ServerResponse
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const reason = typeof rest[0] === 'string' ? rest[0] : undefined
    const given = (typeof rest[0] === 'string' ? rest[1] : rest[0]) as
      | Record<string, OutgoingHttpHeader>
      | undefined
    for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value as string)
    for (const name of discarded) response.removeHeader(name)
    for (const [name, value] of Object.entries(ours)) response.setHeader(name, value)
    return reason === undefined ? writeHead(status) : writeHead(status, reason)
  }) as typeof response.writeHead
  await next(request, response)
}
