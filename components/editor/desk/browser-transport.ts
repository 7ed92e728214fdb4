import type { Answer, ApiError, Request } from '@/components/editor/core/connection'

/** Longest wait for an answer, in ms; afterwards it isn't known whether the request was carried out. */
const PATIENCE = 20_000
/** Bodies up to this many bytes may outlive the page (the browser's limit is 64 KB for all of them). */
const OUTLIVES = 30_000

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** Sends a request of the editor's core by `fetch`. Never throws. */
export async function sendRequest({ method, path, body }: Request): Promise<Answer> {
  try {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const response = await fetch(path, {
      method,
      headers: text === undefined ? {} : { 'content-type': 'application/json' },
      keepalive: text !== undefined && bytesOf(text) < OUTLIVES,
      signal: AbortSignal.timeout(PATIENCE),
      ...(text === undefined ? {} : { body: text }),
    })
    if (!response.ok)
      return { kind: 'error', error: readError(response.status, await response.json().catch(() => null)) }
    // Any other page with a 200, such as a network’s or a proxy’s own for signing in, is no answer: nothing was saved.
    const isOurs = response.headers.get('content-type')?.startsWith('application/json')
    return isOurs ? { kind: 'ok', body: await response.json() } : { kind: 'network' }
  } catch {
    return { kind: 'network' }
  }
}

function readError(status: number, answer: unknown): ApiError {
  const error = (answer as { error?: Partial<ApiError> } | null)?.error
  return {
    status,
    code: error?.code ?? (status === 413 ? 'too_large' : 'internal'),
    message:
      error?.message ??
      (status === 413
        ? 'This is too large to be saved. Shorten it; it is kept here.'
        : `The server answered with an error (${status}).`),
    fields: error?.fields ?? {},
    detail: error?.detail ?? {},
  }
}
