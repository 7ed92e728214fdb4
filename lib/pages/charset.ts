/** Of a page in which nothing says its charset (WHATWG HTML, 13.2.3.2, for most of the world). */
const FALLBACK = 'windows-1252'
/** Browsers look for a `meta` no further than 1,024 bytes; pages with long comments before it are read right too. */
const PRESCAN = 8192

// What 0x80 to 0x9F stand for in windows-1252 (encoding.spec.whatwg.org); Node 20 decodes them as controls.
const gaps =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

function decodeLatin(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\u0080-\u009f]/g, (char) => gaps[char.charCodeAt(0) - 0x80] ?? char)
}

/** The encoding that a label names, as TextDecoder calls it; null for one that nobody knows. */
function encodingOf(label: string | undefined): string | null {
  if (!label) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** UTF-8 and both of UTF-16 by their byte order marks. */
function fromMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : null
}

const inHeader = /charset\s*=\s*["']?([^\s"';,]+)/i
const inMeta = /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i
const inXml = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([^"']+)["']/i

function fromMarkup(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1')
  const found = encodingOf((inXml.exec(start) ?? inMeta.exec(start))?.[1])
  // Written in it, the declaration itself could not have been read (WHATWG HTML, 13.2.3.2, step 15).
  return found?.startsWith('utf-16') ? 'utf-8' : found
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // What was cut in the middle of a character is no reason to doubt the rest.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length), { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * The text of a page, by its byte order mark, else the charset of its `Content-Type`, else what its markup says, else
 * UTF-8 where it is that, and windows-1252. What can't be decoded becomes U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const encoding =
    fromMark(bytes) ??
    encodingOf(inHeader.exec(contentType)?.[1]) ??
    fromMarkup(bytes) ??
    (isUtf8(bytes) ? 'utf-8' : FALLBACK)
  return encoding === 'windows-1252' ? decodeLatin(bytes) : new TextDecoder(encoding).decode(bytes)
}
