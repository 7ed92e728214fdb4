import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** How long nothing may go over a connection in either direction, in ms. */
export type Limits = {
  /** With no request open: longer than proxies keep theirs, or they would ask on one just closed. */
  idle: number
  /** The same while there are more than `many` connections. */
  idleOfMany: number
  /** With a request open; the slowest of our own answers comes much sooner. */
  silent: number
  many: number
}

const LIMITS: Limits = { idle: 75_000, idleOfMany: 5_000, silent: 120_000, many: 5_000 }
const SWEEP_MS = 5_000

type Seen = { bytes: number; since: number }

/**
 * Closes connections over which nothing goes. One sweep every few seconds replaces Node's timer for each connection,
 * which is made anew for every request: with Next's hooks on async resources that costs as much as all of our own work
 * on a page in memory.
 */
export class Silence {
  readonly #seen = new Map<Socket, Seen>()
  readonly #answering = new Map<Socket, number>()

  constructor(
    server: Server,
    private readonly limits: Limits = LIMITS,
  ) {
    server.timeout = 0
    server.keepAliveTimeout = 0
    server.on('connection', (socket) => {
      this.#seen.set(socket, { bytes: 0, since: performance.now() })
      socket.once('close', () => this.#seen.delete(socket))
    })
    const sweeping = setInterval(() => this.sweep(performance.now()), SWEEP_MS).unref()
    server.once('close', () => clearInterval(sweeping))
  }

  /** Counts the connection as in use until the answer is given, though no byte of it may have gone out yet. */
  async answering(socket: Socket, answer: Promise<void>): Promise<void> {
    this.#answering.set(socket, (this.#answering.get(socket) ?? 0) + 1)
    try {
      await answer
    } finally {
      const left = (this.#answering.get(socket) ?? 1) - 1
      if (left > 0) this.#answering.set(socket, left)
      else this.#answering.delete(socket)
    }
  }

  /** @param at by `performance.now()` */
  sweep(at: number): void {
    const { idle, idleOfMany, silent, many } = this.limits
    const idleNow = this.#seen.size > many ? idleOfMany : idle
    for (const [socket, seen] of this.#seen) {
      const bytes = socket.bytesRead + socket.bytesWritten
      const inUse = this.#answering.has(socket) || socket.writableLength > 0
      if (bytes !== seen.bytes) this.#seen.set(socket, { bytes, since: at })
      else if (at - seen.since >= (inUse ? silent : idleNow)) socket.destroy()
    }
  }
}
