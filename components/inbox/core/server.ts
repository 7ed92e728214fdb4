import { CommandError, sendCommand } from '@/components/studio/send-command'
import { PATIENCE } from '@/components/studio/send-json'
import type { AddedList, CaptureList } from '@/lib/captures/schema'
import type { InboxFilter, InboxTools, Moved } from './state'

/** A page of captures. @throws CommandError */
export async function loadCaptures({
  view,
  q,
  source,
  after,
}: InboxFilter & { after: string | null }): Promise<CaptureList> {
  const query = new URLSearchParams({ view, q, ...(source ? { source } : {}), ...(after ? { after } : {}) })
  const signal = AbortSignal.timeout(PATIENCE)
  const response = await fetch(`/api/captures?${query}`, { signal }).catch(() => null)
  const answer: unknown = await response?.json().catch(() => null)
  if (response?.ok) return answer as CaptureList
  const message = 'The inbox can’t be reached just now. Check the connection and try again.'
  const error = (answer as { error?: { code: string; message: string } } | null)?.error
  throw new CommandError(error ?? { code: 'offline', message })
}

type Sorted = { moveId: string; moved: string[] }

/** Sends a command of the inbox; answers what it moved, and how that is taken back. */
export async function sendMove(path: string, input: Record<string, unknown>): Promise<Moved> {
  const { moveId, moved } = await sendCommand<Sorted>('POST', `/api/captures/${path}`, input)
  const takeBack = async () => {
    await sendCommand('POST', '/api/captures/undo', { moveId })
  }
  return { moved, takeBack }
}

export const addList = (text: string) => sendCommand<AddedList>('POST', '/api/captures/list', { text })

export const saveTexts: InboxTools['save'] = (id, version, fields) =>
  sendCommand('PATCH', `/api/captures/${id}`, { version, fields })
