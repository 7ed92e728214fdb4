import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Silence } from './silence'

const limits = { idle: 75_000, idleOfMany: 5_000, silent: 120_000, many: 1 }
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function open(answer: (silence: () => Silence) => RequestListener) {
  const server = createServer((request, response) => answer(() => silence)(request, response))
  const silence = new Silence(server, limits)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(
    () => server.close(),
    () => server.closeAllConnections(),
  )
  const ask = async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    ends.push(() => socket.destroy())
    await once(socket, 'connect')
    socket.write('GET / HTTP/1.1\r\nHost: a.example\r\n\r\n')
    return socket
  }
  return { silence, ask, server }
}

const isClosed = async (socket: Socket) => {
  if (!socket.closed) await once(socket, 'close')
  return true
}
/** When it was last heard of is found out by a first look. */
const look = (silence: Silence) => {
  const now = performance.now()
  silence.sweep(now)
  return now
}

describe('a connection over which nothing goes', () => {
  it('is closed after a while, and sooner where there are many', async () => {
    const { silence, ask } = await open(() => (_request, response) => void response.end('ok'))
    const one = await ask()
    await once(one, 'data')
    const now = look(silence)
    silence.sweep(now + limits.idle - 1)
    expect(one.closed).toBe(false)
    const other = await ask()
    await once(other, 'data')
    const later = look(silence)
    silence.sweep(later + limits.idleOfMany)
    expect(await Promise.all([isClosed(one), isClosed(other)])).toEqual([true, true])
  })

  it('stays as long as an answer is being made', async () => {
    let end: () => void = () => undefined
    let asked: () => void = () => undefined
    const isAsked = new Promise<void>((done) => {
      asked = done
    })
    const { silence, ask } = await open((watch) => (request, response) => {
      const made = new Promise<void>((done) => {
        end = () => {
          response.end('late')
          done()
        }
      })
      void watch().answering(request.socket, made)
      asked()
    })
    const socket = await ask()
    await isAsked
    const now = look(silence)
    silence.sweep(now + limits.silent - 1)
    expect(socket.closed).toBe(false)
    end()
    expect(String((await once(socket, 'data'))[0])).toContain('late')
    // That all of it was written is known a moment later.
    let at = look(silence)
    const sweep = () => {
      at += limits.idle
      silence.sweep(at)
      return socket.closed
    }
    await expect.poll(sweep).toBe(true)
  })

  it('is closed in the end where somebody takes nothing of a long answer', async () => {
    const { silence, ask } = await open(
      () => (_request, response) => void response.end(Buffer.alloc(64_000_000)),
    )
    const socket = await ask()
    await once(socket, 'readable')
    socket.pause()
    const now = look(silence)
    silence.sweep(now + limits.idle)
    silence.sweep(now + limits.idle + limits.silent)
    socket.resume()
    expect(await isClosed(socket)).toBe(true)
  })
})
