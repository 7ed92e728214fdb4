import { AppError } from '@/lib/errors/app-error'

/** What a request may weigh unless its route says otherwise: a blurb at its cap, escaped, with room for the rest. */
export const DEFAULT_BODY_BYTES = 512 * 1024

export type Body = { kind: 'json'; value: unknown } | { kind: 'form'; value: Record<string, string> }

/** Whether a browser sent it from a form without script. */
export function isForm(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
}

/** Half of a character that was cut in two, which JSON can name and Postgres can't hold in a JSON column. */
const halves = /\p{Surrogate}/gu

const mendText = (_name: string, value: unknown) =>
  typeof value === 'string' ? value.replace(halves, '\uFFFD') : value

/**
 * The body as JSON or as the fields of a plain form, refused before it is parsed when it is too large.
 * @throws AppError `too_large`, `invalid`
 */
export async function readBody(request: Request, maxBytes: number): Promise<Body> {
  const text = (await readCapped(request, maxBytes)).toString('utf8')
  if (isForm(request)) {
    return { kind: 'form', value: Object.fromEntries(new URLSearchParams(text)) }
  }
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) {
    throw new AppError('invalid', 'Send JSON (content-type application/json) or a plain form.')
  }
  try {
    return { kind: 'json', value: JSON.parse(text, mendText) }
  } catch {
    throw new AppError('invalid', 'The request is not valid JSON.')
  }
}

/** A text as it was sent. @throws AppError `too_large`; `invalid` at `text` where it isn’t UTF-8: guessed, letters would be lost */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const bytes = await readCapped(request, maxBytes)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const message = 'This text isn’t UTF-8. Save the file in that encoding, and send it again.'
    throw new AppError('invalid', message, { fields: { text: message } })
  }
}

async function readCapped(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) {
      const message = `This is more than ${Math.round(maxBytes / 1024)} KB can hold. Shorten it; nothing was saved.`
      throw new AppError('too_large', message)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
