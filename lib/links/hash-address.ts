import { createHash } from 'node:crypto'

/** SHA-256 of a canonical address, by which links are found. */
export function hashAddress(canonical: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(canonical).digest())
}
