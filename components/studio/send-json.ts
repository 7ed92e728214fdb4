/** Longest wait for an answer, in ms; afterwards it isn't known whether the request was carried out. */
export const PATIENCE = 20_000
/** Bodies up to this many bytes may outlive the page (the browser's limit is 64 KB for all of them). */
const OUTLIVES = 30_000

const fitsOutliving = (text: string) => new TextEncoder().encode(text).length < OUTLIVES

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

if (typeof window !== 'undefined') {
  // Heard of before whatever saves as the page goes.
  const listen = { capture: true }
  document.addEventListener('visibilitychange', () => leavePage(document.hidden), listen)
  window.addEventListener('pagehide', () => leavePage(true), listen)
  window.addEventListener('pageshow', () => leavePage(false), listen)
}

type Sent = { method: string; path: string; text: string; signal: AbortSignal; isCommand: boolean }

/**
 * Sends JSON to a route of ours.
 * @param isCommand whether it has a command id, and so may be sent once more as the page is left
 * @throws what `fetch` does where nothing answers, or not in time
 */
export async function sendJson({ method, path, text, signal, isCommand }: Sent): Promise<Response> {
  const outlives = fitsOutliving(text)
  const headers = { 'content-type': 'application/json' }
  const send = (keepalive: boolean) => fetch(path, { method, headers, keepalive, signal, body: text })
  const again = () => send(true)
  if (isCommand && outlives) underWay.add(again)
  try {
    return await send(isLeaving && outlives)
  } finally {
    underWay.delete(again)
  }
}
