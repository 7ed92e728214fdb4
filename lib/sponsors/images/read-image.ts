import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { AppError } from '@/lib/errors/app-error'
import { encodeImage, type Pixels } from './encode-image'
import {
  imageProblem,
  MAX_IMAGE_BYTES,
  MAX_IMAGE_PIXELS,
  SHOWN_HEIGHT,
  SHOWN_WIDTH,
  sizeProblem,
  sniffImage,
} from './rules'

/** An image as it is kept and shown. `hash`: SHA-256 of `bytes`, hex. */
export type ReadImage = {
  bytes: Uint8Array<ArrayBuffer>
  type: 'image/png' | 'image/jpeg'
  width: number
  height: number
  hash: string
}

const DECODING_S = 20

// Only these four decoders run in this process, and nothing of one person's image is kept for the next.
sharp.block({ operation: ['VipsForeignLoad'] })
const decoders = ['Png', 'Jpeg', 'Webp', 'Nsgif']
sharp.unblock({ operation: decoders.map((kind) => `VipsForeignLoad${kind}Buffer`) })
sharp.cache(false)

const refuse = (message: string, cause?: unknown) =>
  new AppError('invalid', message, { fields: { image: message }, cause })

let last: Promise<unknown> = Promise.resolve()
/** One image is decoded at a time, so that many at once don't take the memory of all of them. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => {})
  return turn
}

/**
 * An image that somebody sent, decoded to plain pixels and encoded again: nothing else that was in the file is left, no
 * metadata, no second frame, no page of HTML. Its kind is told from the bytes alone; bytes and pixels are counted
 * before anything is decoded. Upright, at most 1,200 × 2,400 pixels, in sRGB.
 * @throws AppError `too_large`, `invalid` at the field `image`
 */
export async function readImage(bytes: Uint8Array): Promise<ReadImage> {
  const problem = imageProblem(bytes)
  if (problem && bytes.byteLength > MAX_IMAGE_BYTES)
    throw new AppError('too_large', problem, { fields: { image: problem } })
  if (problem) throw refuse(problem)
  return inTurn(async () => {
    const { data, ...shape } = await decode(bytes)
    const { bytes: made, type } = await encodeImage({ data, ...shape }, sniffImage(bytes) === 'jpeg')
    const kept = new Uint8Array(made)
    const hash = createHash('sha256').update(kept).digest('hex')
    return { bytes: kept, type, width: shape.width, height: shape.height, hash }
  })
}

const UNREADABLE = 'This image can’t be read: it is damaged or cut off. Save it again and choose it anew.'

async function decode(bytes: Uint8Array): Promise<Pixels> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause) => {
      throw refuse(UNREADABLE, cause)
    })
  const problem = sizeProblem(width, height)
  if (problem) throw refuse(problem)
  try {
    // Damage that a viewer shows past, such as a wrong colour profile, is no reason to refuse an image.
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'error' })
      .timeout({ seconds: DECODING_S })
      .autoOrient()
      .resize({ width: SHOWN_WIDTH, height: SHOWN_HEIGHT, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height, channels: info.channels }
  } catch (cause) {
    throw refuse(UNREADABLE, cause)
  }
}
