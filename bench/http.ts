import { Agent, request } from 'node:http'

export type HttpAnswer = { status: number; body: Buffer }
export type HttpClient = {
  get: (path: string) => Promise<HttpAnswer>
  /** @throws Error unless it is answered 200 */
  write: (method: 'POST' | 'PATCH', path: string, input: object) => Promise<unknown>
  close: () => void
}

/** Talks to the server over one kept-alive connection, as a browser or a proxy in front of it does. */
export function openHttp(origin: string, cookie: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (method: string, path: string, body?: string) =>
    new Promise<HttpAnswer>((done, fail) => {
      const write = { cookie, origin, 'content-type': 'application/json' }
      const headers =
        body === undefined ? { cookie } : { ...write, 'content-length': Buffer.byteLength(body) }
      const call = request(`${origin}${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }))
        response.on('error', fail)
      })
      call.on('error', fail)
      call.end(body)
    })
  return {
    get: (path) => send('GET', path),
    write: async (method, path, input) => {
      const { status, body } = await send(method, path, JSON.stringify(input))
      if (status !== 200) throw new Error(`${method} ${path} was answered ${status}: ${body}`)
      return JSON.parse(body.toString('utf8'))
    },
    close: () => agent.destroy(),
  }
}
