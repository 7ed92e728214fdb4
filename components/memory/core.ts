import type { Note, Recalled, RecalledCaptures, RecallQuery, Suggestion } from '@/lib/memory/schema'

/** Asks memory by GET; null where it can't answer just now: what one writes doesn't depend on it. */
async function ask<T>(path: string, query: object, signal?: AbortSignal): Promise<T | null> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  try {
    const response = await fetch(`/api/memory${path}?${search}`, signal ? { signal } : {})
    return response.ok ? ((await response.json()) as T) : null
  } catch {
    return null
  }
}

export async function recall(query: RecallQuery, signal: AbortSignal): Promise<Recalled> {
  return (await ask<Recalled>('', query, signal)) ?? { notes: [], clean: null }
}

type Waiting = { id: string; answer: (notes: Note[]) => void }
const MOST_AT_ONCE = 100
let waiting: Waiting[] = []

async function askTogether(): Promise<void> {
  const asked = waiting.splice(0, MOST_AT_ONCE)
  if (waiting.length > 0) void askTogether()
  const ids = [...new Set(asked.map(({ id }) => id))].join(',')
  const notes = (await ask<RecalledCaptures>('/captures', { ids }))?.notes ?? {}
  for (const { id, answer } of asked) answer(notes[id] ?? [])
}

/** What memory says of a capture. Rows that are drawn together ask together. */
export function recallCapture(id: string): Promise<Note[]> {
  return new Promise((answer) => {
    waiting = [...waiting, { id, answer }]
    if (waiting.length === 1) setTimeout(() => void askTogether())
  })
}

/** Earlier items by what was typed of their headlines; null where they can't be asked for just now. */
export const suggest = (q: string, signal: AbortSignal): Promise<Suggestion[] | null> =>
  ask<Suggestion[]>('/items', { q }, signal)
