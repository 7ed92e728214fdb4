/**
 * An address as the WHATWG parser takes it, resolved against `base` where one is given; null where it takes none. Not
 * by `URL.canParse`: once it is called often, Node 20 answers it by a fast path that refuses text in Latin-1, such as
 * `https://bücher.example/`.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

/** Whether the WHATWG parser takes an address, resolved against `base` where one is given. */
export function isUrl(text: string, base?: string): boolean {
  return parseUrl(text, base) !== null
}
