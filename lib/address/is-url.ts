/**
 * Whether the WHATWG parser takes an address, resolved against `base` where one is given. Not `URL.canParse`: once it is
 * called often, Node 20 answers it by a fast path that refuses text in Latin-1, such as `https://bücher.example/`.
 */
export function isUrl(text: string, base?: string): boolean {
  try {
    return new URL(text, base) !== null
  } catch {
    return false
  }
}
