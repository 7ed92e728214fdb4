import type { Answer, ApiError, Request } from '@/components/editor/core/connection'

/** Longest wait for an answer, in ms; afterwards it isn't known whether the request was carried out. */
const PATIENCE = 20_000
/** Bodies up to this many bytes may outlive the page (the browser's limit is 64 KB for all of them). */
const OUTLIVES = 30_000

/** Sends a request of the editor's core by `fetch`. Never throws. */
export async function sendRequest({ method, path, body }: Request): Promise<Answer> {
  try {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const response = await fetch(path, {
      method,
      headers: text === undefined ? {} : { 'content-type': 'application/json' },
      keepalive: text !== undefined && text.length < OUTLIVES,
      signal: AbortSignal.timeout(PATIENCE),
      ...(text === undefined ? {} : { body: text }),
    })
    const answer: unknown = await response.json().catch(() => null)
    return response.ok
      ? { kind: 'ok', body: answer }
      : { kind: 'error', error: readError(response.status, answer) }
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
