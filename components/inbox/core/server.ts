import { CommandError, sendCommand } from '@/components/studio/send-command'
import { PATIENCE } from '@/components/studio/send-json'
import type { AddedList, CaptureList, CaptureText } from '@/lib/captures/schema'
import type { InboxFilter, TakeBack } from './inbox'

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

/** Sends a command of the inbox; answers how it is taken back. */
export async function sendMove(path: string, input: Record<string, unknown>): Promise<TakeBack> {
  const { moveId } = await sendCommand<Sorted>('POST', `/api/captures/${path}`, input)
  return async () => {
    await sendCommand('POST', '/api/captures/undo', { moveId })
  }
}

export const addList = (text: string) => sendCommand<AddedList>('POST', '/api/captures/list', { text })

export const saveTexts = (id: string, version: number, fields: Partial<CaptureText>) =>
  sendCommand<{ version: number; unseen: Partial<CaptureText> }>('PATCH', `/api/captures/${id}`, {
    version,
    fields,
  })
