import * as zlib from 'node:zlib'

/** Content codings (RFC 9110, 8.4.1) that we make, the one we like best first. */
export const packings = ['br', 'zstd', 'gzip'] as const
export type Packing = (typeof packings)[number]

type Done = (error: Error | null, packed: Buffer) => void

/** Much of what 11 saves, for a fraction of its time. */
const BROTLI_QUALITY = 6

// From Node 22.15 on; the types are of Node 20.
const { zstdCompress } = zlib as { zstdCompress?: (body: Buffer, done: Done) => void }

const ways: Record<Packing, ((body: Buffer, done: Done) => void) | undefined> = {
  br: (body, done) => {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants
    const params = { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: body.length }
    zlib.brotliCompress(body, { params }, done)
  },
  zstd: zstdCompress,
  gzip: (body, done) => zlib.gzip(body, done),
}

/** Those that this Node can make. */
export const offered = packings.filter((packing) => ways[packing] !== undefined)

const SMALLEST = 1_024
const compressible =
  /^(text\/|application\/(json|feed\+json|ld\+json|rss\+xml|atom\+xml|xml|xhtml\+xml)|image\/svg\+xml)/

/** Whether an answer of this type depends on what the client can unpack. */
export const variesByCoding = (type: string): boolean => compressible.test(type)

/** Whether packing is worth it. */
export const isPackable = (type: string, body: Buffer): boolean =>
  variesByCoding(type) && body.length >= SMALLEST

/** A body in memory of its own: a small result would hold a whole block of Node's shared one. */
function alone(body: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(body.length)
  body.copy(copy)
  return copy
}

/** Packs a body, elsewhere than in this thread. Without a promise, since Next watches each. */
export function pack(body: Buffer, packing: Packing, done: Done): void {
  const way = ways[packing]
  if (!way) done(new Error(`This Node can't make ${packing}`), body)
  else way(body, (error, packed) => done(error, error ? body : alone(packed)))
}
