import { AppError } from '@/lib/errors/app-error'

/** A form in parts (RFC 7578): its texts, and the bytes of its files, by field; the names of files say nothing. */
export type Upload = { texts: Record<string, string>; files: Record<string, Uint8Array> }

const typeOf = (request: Request) => (request.headers.get('content-type') ?? '').toLowerCase()

export const isInParts = (request: Request) => typeOf(request).startsWith('multipart/form-data')

/** Whether a browser sent it from a form without script: it wants a page back, where a script takes anything. */
export function isUploadForm(request: Request): boolean {
  const accept = request.headers.get('accept') ?? ''
  return isInParts(request) && accept.includes('text/html')
}

/**
 * A form in parts with at most one file, refused before it is parsed when it is too large. A field for a file in which
 * none was chosen is left out.
 * @throws AppError `too_large`, `invalid`
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload> {
  if (!isInParts(request))
    throw new AppError('invalid', 'Send a form in parts (content-type multipart/form-data).')
  const parts = await parseParts(await readWhole(request, maxBytes), request)
  const texts: [string, string][] = []
  const files: [string, Uint8Array][] = []
  for (const [name, value] of parts) {
    if (typeof value === 'string') texts.push([name, value])
    else if (value.size > 0) files.push([name, new Uint8Array(await value.arrayBuffer())])
  }
  if (files.length > 1) throw new AppError('invalid', 'Send one file at a time.')
  return { texts: Object.fromEntries(texts), files: Object.fromEntries(files) }
}

async function parseParts(bytes: Uint8Array<ArrayBuffer>, request: Request): Promise<FormData> {
  try {
    const headers = { 'content-type': request.headers.get('content-type') ?? '' }
    return await new Response(bytes, { headers }).formData()
  } catch (cause) {
    throw new AppError('invalid', 'The form didn’t come through whole. Send it again.', { cause })
  }
}

/**
 * What is too large is read to its end all the same, and thrown away: a browser that is still sending doesn't hear an
 * answer. The server has capped it before.
 */
async function readWhole(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) chunks.length = 0
    else chunks.push(chunk)
  }
  if (size <= maxBytes) return Buffer.concat(chunks)
  const mb = Math.floor(maxBytes / 1024 / 1024)
  throw new AppError('too_large', `This file has more than ${mb} MB. Make it smaller and choose it again.`)
}
