import { connect, type Socket } from 'node:net'

const ASKED_AT_ONCE = 50

/** Says a request a byte a second, and never gets to its end. */
function speakSlowly(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  const text = `GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ${'x'.repeat(1_000)}`
  let said = 0
  const timer = setInterval(() => socket.write(text[said++ % text.length] ?? 'x'), 1_000)
  socket.once('close', () => clearInterval(timer))
  return socket
}

/** Asks for many pages at once, and takes what comes a byte a second. */
function listenSlowly(port: number, path: string): Socket {
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(ASKED_AT_ONCE))
  })
  socket.pause()
  const timer = setInterval(() => socket.read(1), 1_000)
  socket.once('close', () => clearInterval(timer))
  return socket
}

/** So many clients that read or write a byte a second. @returns what ends them */
export function openSlowClients(port: number, path: string, count: number): () => void {
  const sockets = Array.from({ length: count }, (_, index) => {
    const socket = index % 2 === 0 ? speakSlowly(port) : listenSlowly(port, path)
    return socket.on('error', () => undefined)
  })
  return () => {
    for (const socket of sockets) socket.destroy()
  }
}
