import type { Answer, ApiError, Request } from '@/components/editor/core/connection'

/** Longest wait for an answer, in ms; afterwards it isn't known whether the request was carried out. */
const PATIENCE = 20_000
/** Bodies up to this many bytes may outlive the page (the browser's limit is 64 KB for all of them). */
const OUTLIVES = 30_000

const bytesOf = (text: string) => new TextEncoder().encode(text).length
const isCommand = (body: unknown) => typeof body === 'object' && body !== null && 'commandId' in body

/** Commands whose answer hasn't come, each with what sends it once more. */
const underWay = new Set<() => Promise<unknown>>()
let isLeaving = false

/**
 * The page is being left, or not after all. What is under way is sent once more so that it outlives the page, and so is
 * what follows; the server carries a command out once. While the page stays, requests go the plain way: one that may
 * outlive its page takes Chromium a good deal longer.
 */
export function leavePage(now: boolean): void {
  if (now && !isLeaving) for (const again of underWay) void again().catch(() => undefined)
  isLeaving = now
}

/** Sends a request of the editor's core by `fetch`. Never throws. */
export async function sendRequest({ method, path, body }: Request): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const send = (outlives: boolean) =>
    fetch(path, {
      method,
      headers: text === undefined ? {} : { 'content-type': 'application/json' },
      keepalive: outlives && text !== undefined && bytesOf(text) < OUTLIVES,
      signal: AbortSignal.timeout(PATIENCE),
      ...(text === undefined ? {} : { body: text }),
    })
  const again = () => send(true)
  if (isCommand(body)) underWay.add(again)
  try {
    const response = await send(isLeaving)
    if (!response.ok)
      return { kind: 'error', error: readError(response.status, await response.json().catch(() => null)) }
    // Any other page with a 200, such as a network’s or a proxy’s own for signing in, is no answer: nothing was saved.
    const isOurs = response.headers.get('content-type')?.startsWith('application/json')
    return isOurs ? { kind: 'ok', body: await response.json() } : { kind: 'network' }
  } catch {
    return { kind: 'network' }
  } finally {
    underWay.delete(again)
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
