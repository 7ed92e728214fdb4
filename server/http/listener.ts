import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { StartError } from '@/lib/errors/start-error'
import { sendError } from './answer'
import { Silence } from './silence'

/** Gives null where the answer is sent already, so that nothing can fail any more. */
type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void> | null

/** The port, bound from the start; until `answerWith` every request is told to try again (503). */
export type Listener = {
  server: Server
  /** Says what answers requests from now on. */
  answerWith: (answering: Answering) => void
  /** Takes no more connections and lets those that are being answered end. */
  drain: () => Promise<void>
}

const DRAIN_LIMIT_MS = 10_000
/** How long a client may take to send the head of its request, in ms. */
const HEADERS_LIMIT_MS = 20_000
/** Each takes some 10 KB; behind a proxy there are never as many. */
const MOST_CONNECTIONS = 10_000

const notYet: Answering = (request, response) =>
  sendError(request, response, 503, { headers: { 'Retry-After': '2' } })

function drain(server: Server): Promise<void> {
  return new Promise((done) => {
    const limit = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS)
    server.close(() => {
      clearTimeout(limit)
      done()
    })
    server.closeIdleConnections()
  })
}

/** Binds the port. @throws StartError when it is taken, or not ours to take */
export async function listen(port: number): Promise<Listener> {
  let answering = notYet
  let draining = false
  const server = createServer((request, response) => {
    if (draining) response.setHeader('Connection', 'close')
    const answer = answering(request, response)
    if (answer) silence.answering(request.socket, answer).catch(() => response.destroy())
  })
  const silence = new Silence(server)
  server.headersTimeout = HEADERS_LIMIT_MS
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = `Port ${port} is in use. Stop what uses it, or set PORT to another.`
      const other = `Port ${port} can't be opened (${error.code}). Set PORT to another.`
      fail(new StartError(error.code === 'EADDRINUSE' ? busy : other))
    })
    server.listen(port, () => done())
  })
  return {
    server,
    answerWith: (next) => {
      answering = next
    },
    drain: () => {
      draining = true
      return drain(server)
    },
  }
}
