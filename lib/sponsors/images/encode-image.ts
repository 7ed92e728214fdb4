import sharp from 'sharp'

/** Decoded pixels, 8 bits for each channel, row by row. */
export type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 }

/** A drawing stays a PNG, with sharp edges, up to this; beyond it is a photograph, or as good as one. */
const DRAWING_BYTES = 300 * 1024
/** What is transparent can't be a JPEG; beyond this it gets 256 colours. */
const TRANSPARENT_BYTES = 1024 * 1024

function isTransparent({ data, channels }: Pixels): boolean {
  if (channels % 2 !== 0) return false
  for (let index = channels - 1; index < data.length; index += channels) {
    if (data[index] !== 255) return true
  }
  return false
}

/**
 * Pixels as a PNG or a JPEG, which mail programs show too (of WebP some show nothing).
 * @param isPhotograph came as a JPEG: as a PNG it would only be larger
 */
export async function encodeImage(
  pixels: Pixels,
  isPhotograph: boolean,
): Promise<{ bytes: Buffer; type: 'image/png' | 'image/jpeg' }> {
  const { data, ...raw } = pixels
  const asPng = (palette: boolean) => sharp(data, { raw }).png({ compressionLevel: 9, palette }).toBuffer()
  if (isTransparent(pixels)) {
    const whole = await asPng(false)
    const bytes = whole.byteLength > TRANSPARENT_BYTES ? await asPng(true) : whole
    return { bytes, type: 'image/png' }
  }
  const opaque = sharp(data, { raw }).removeAlpha()
  const jpeg = () => opaque.clone().jpeg({ quality: 84, mozjpeg: true }).toBuffer()
  if (isPhotograph) return { bytes: await jpeg(), type: 'image/jpeg' }
  const png = await opaque.clone().png({ compressionLevel: 9 }).toBuffer()
  if (png.byteLength <= DRAWING_BYTES) return { bytes: png, type: 'image/png' }
  const smaller = await jpeg()
  return smaller.byteLength < png.byteLength
    ? { bytes: smaller, type: 'image/jpeg' }
    : { bytes: png, type: 'image/png' }
}
