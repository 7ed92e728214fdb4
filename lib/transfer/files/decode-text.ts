import { ImportProblem } from '@/lib/transfer/import-problem'

const decoder = new TextDecoder('utf-8', { fatal: true })

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  let from = 0
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 10) continue
    try {
      decoder.decode(bytes.subarray(from, at))
    } catch {
      return line
    }
    line += 1
    from = at + 1
  }
  return line
}

/**
 * The text of a file: UTF-8, without its byte order mark, lines ending in `\n`.
 * Throws an ImportProblem for what isn't text, or isn't UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new ImportProblem('It is UTF-16 text. Save it as UTF-8.')
  }
  if (bytes.includes(0)) throw new ImportProblem('It isn’t text but a binary file. Leave it out.')
  try {
    return decoder.decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    const line = firstBadLine(bytes)
    throw new ImportProblem('It isn’t UTF-8 from here on. Save it as UTF-8.', line)
  }
}
