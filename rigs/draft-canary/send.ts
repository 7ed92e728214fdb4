import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { RawRequest } from './requests'

const LIMIT_MS = 20_000

/** `bytes`: all that came back, as it came and unpacked. Status 0: the line was closed without an answer. */
export type RawAnswer = { status: number; head: string; body: Buffer; bytes: Buffer }

function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.subarray(at, end).toString('latin1'), 16)
    if (end < 0 || !size) break
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}

function unpack(head: string, body: Buffer): Buffer {
  const whole = /^transfer-encoding: chunked\r?$/im.test(head) ? unchunk(body) : body
  const packing = /^content-encoding: (\S+)/im.exec(head)?.[1]
  if (packing === undefined || whole.length === 0) return whole
  if (packing === 'gzip') return gunzipSync(whole)
  if (packing === 'br') return brotliDecompressSync(whole)
  if (packing === 'deflate') return inflateSync(whole)
  throw new Error(`The answer is packed as ${packing}, which this rig can't read`)
}

function readAnswer(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return { status: 0, head: '', body: bytes, bytes }
  const head = bytes.subarray(0, end).toString('latin1')
  const body = unpack(head, bytes.subarray(end + 4))
  return { status: Number(head.split(' ')[1]), head, body, bytes: Buffer.concat([bytes, body]) }
}

/** Sends a request byte for byte, which no HTTP client would, and reads until the line is closed. */
export function sendRaw(port: number, { method, target, headers, body }: RawRequest): Promise<RawAnswer> {
  const lines = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(LIMIT_MS, () => {
      socket.destroy()
      fail(new Error(`No end of an answer to ${method} ${target}`))
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      try {
        done(readAnswer(Buffer.concat(chunks)))
      } catch (error) {
        fail(error)
      }
    })
    socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`)
  })
}
