import { createHash } from 'node:crypto'

/** What is kept of a token: its SHA-256. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
