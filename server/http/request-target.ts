/** Where a request goes: its path as sent, still percent-encoded, and its query. */
export type RequestTarget = { path: string; query: URLSearchParams }

const LONGEST = 4_096

function decodes(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** Whether it is of a form that is answered: not too long, and nothing in it but what belongs there. */
export function isTarget(target: string): boolean {
  return target.length <= LONGEST && /^\/(?!\/)[\x21-\x7e]*$/.test(target)
}

/**
 * Reads a request line's target (RFC 9112, origin form only). Null when it is malformed: another form, a path that
 * begins with two slashes and so could be taken for a host, a dot segment, a broken escape, or a NUL, which Postgres
 * can't store.
 */
export function parseTarget(target: string): RequestTarget | null {
  if (!isTarget(target)) return null
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  if (/[\\#]/.test(path) || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path) || !decodes(path)) return null
  return { path, query: new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)) }
}
