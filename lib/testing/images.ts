import { deflateSync } from 'node:zlib'

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc >>> 0
})

/** CRC-32 as PNG has it (RFC 2083, 15). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const word = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([word(data.byteLength), body, word(crc32(body))])
}

type Png = {
  width: number
  height: number
  /** What its pixels are said to be; by default black, as many as there should be. */
  data?: Uint8Array
  /** A text chunk, and what stands after the end of the image. */
  text?: string
  tail?: string
}

/** A grey PNG made by hand, so that it can claim what no encoder would write. */
export function makePng({ width, height, data, text, tail = '' }: Png): Buffer {
  const header = Buffer.concat([word(width), word(height), Buffer.from([8, 0, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(text ? [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))] : []),
    chunk('IDAT', data ?? deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(tail, 'latin1'),
  ])
}

/** 20,000 × 10,000 pixels, by its own account, in some hundred bytes. */
export const makeHugePng = () =>
  makePng({ width: 20_000, height: 10_000, data: deflateSync(Buffer.alloc(64)) })
