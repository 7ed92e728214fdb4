import type { Answer, ApiError, Request } from '@/components/editor/core/connection'
import { PATIENCE, sendJson } from '@/components/studio/send-json'

const isCommand = (body: unknown) => typeof body === 'object' && body !== null && 'commandId' in body

function send({ method, path, body }: Request): Promise<Response> {
  const signal = AbortSignal.timeout(PATIENCE)
  if (body === undefined) return fetch(path, { method, signal })
  return sendJson({ method, path, text: JSON.stringify(body), signal, isCommand: isCommand(body) })
}

/** Sends a request of the editor's core by `fetch`. Never throws. */
export async function sendRequest(request: Request): Promise<Answer> {
  try {
    const response = await send(request)
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
