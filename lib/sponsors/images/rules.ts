/** Kinds of image that are taken. */
export type ImageKind = 'png' | 'jpeg' | 'webp' | 'gif'

export const MAX_IMAGE_BYTES = 3 * 1024 * 1024
/** What decoding may cost: 25 million pixels are 100 MB, or twice that where a channel has 16 bits. */
export const MAX_IMAGE_PIXELS = 25_000_000
/** What readers are sent: twice the width of a mail, and not so high that the issue drowns in it. */
export const SHOWN_WIDTH = 1_200
export const SHOWN_HEIGHT = 2_400

/** How far into a file its kind, or that it is an SVG, is looked for. */
const HEAD_BYTES = 1_024

const at = (bytes: Uint8Array, start: number, text: string) =>
  [...text].every((character, index) => bytes[start + index] === character.charCodeAt(0))

/** The kind of an image by its first bytes, whatever its name or sender says; null for all that isn't taken. */
export function sniffImage(bytes: Uint8Array): ImageKind | null {
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (at(bytes, 0, '\xff\xd8\xff')) return 'jpeg'
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'webp'
  if (at(bytes, 0, 'GIF87a') || at(bytes, 0, 'GIF89a')) return 'gif'
  return null
}

/** Why these bytes aren't even looked at as an image, in words for who chose them; null where they are. */
export function imageProblem(bytes: Uint8Array): string | null {
  if (bytes.byteLength === 0) return 'Choose an image first.'
  if (bytes.byteLength > MAX_IMAGE_BYTES)
    return 'This image has more than 3 MB. Save it smaller and choose it again.'
  if (sniffImage(bytes)) return null
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  if (/<(?:svg|\?xml)[\s>]/i.test(head))
    return 'An SVG can hold programs, so it isn’t taken. Save the image as PNG and choose that.'
  return 'This is no PNG, JPEG, WebP or GIF. Save the image as one of these and choose that.'
}

/** What is said of an image with too many pixels; null where it has few enough. */
export function sizeProblem(width: number, height: number): string | null {
  if (width * height <= MAX_IMAGE_PIXELS) return null
  const number = (count: number) => count.toLocaleString('en')
  return `This image is ${number(width)} × ${number(height)} pixels; at most 25 million are taken. Make it smaller: readers see ${number(SHOWN_WIDTH)} across.`
}
