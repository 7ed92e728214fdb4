import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** Why a body is not whole: longer than allowed, not all there in time, cut off or spoilt, in an encoding unasked for. */
export type Cut = 'size' | 'time' | 'broken' | 'encoding'

/** What we ask for and can read; one of them at a time, since layers of them are how bombs are built. */
export const ACCEPT_ENCODING = 'gzip, deflate, br'

function decoded(response: IncomingMessage): Readable | null {
  const ignore = () => undefined
  switch ((response.headers['content-encoding'] ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return response
    case 'gzip':
    case 'x-gzip':
      return pipeline(response, createGunzip(), ignore)
    case 'deflate':
      return pipeline(response, createInflate(), ignore)
    case 'br':
      return pipeline(response, createBrotliDecompress(), ignore)
    default:
      return null
  }
}

/**
 * Reads a body up to `most` bytes after decompression; what came before it was cut is kept. Memory stays near `most`
 * whatever was sent. Ends the response.
 */
export async function readCapped(
  response: IncomingMessage,
  most: number,
  signal: AbortSignal,
): Promise<{ body: Buffer; cut: Cut | null }> {
  const source = decoded(response)
  const chunks: Buffer[] = []
  let left = most
  let cut: Cut | null = source ? null : 'encoding'
  try {
    for await (const chunk of source ?? []) {
      const bytes: Buffer = chunk
      chunks.push(bytes.length > left ? bytes.subarray(0, left) : bytes)
      if (bytes.length > left) {
        cut = 'size'
        break
      }
      left -= bytes.length
    }
  } catch {
    cut = signal.aborted ? 'time' : 'broken'
  } finally {
    response.destroy()
  }
  return { body: Buffer.concat(chunks), cut }
}
