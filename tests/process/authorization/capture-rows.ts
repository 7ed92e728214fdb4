import { randomUUID } from 'node:crypto'
import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { discardCaptures } from '@/lib/captures/commands/sort-captures'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, tester } from '@/lib/testing/issues'
import type { Call, Row } from './row'

const commandId = () => randomUUID()

const sorting = (body: Record<string, unknown> = {}): Row => ({
  access: 'studio',
  make: async (): Promise<Call> => ({ body: { ids: [await makeCapture()], ...body } }),
})

/** What was captured, and sorting it. */
export const captureRows: Record<string, Row> = {
  'GET /admin/inbox': { access: 'studio' },
  'GET /api/captures': { access: 'studio' },
  'GET /api/memory': { access: 'studio' },
  'GET /api/memory/captures': { access: 'studio' },
  'GET /api/memory/items': { access: 'studio' },
  'POST /api/captures': {
    access: 'studio',
    make: async (): Promise<Call> => ({
      body: { url: 'https://example.org/', title: '', quote: '', note: '', via: '', source: 'STUDIO' },
    }),
  },
  'POST /api/captures/list': {
    access: 'studio',
    make: async (): Promise<Call> => ({ body: { text: 'https://example.org/' } }),
  },
  'POST /api/captures/discard': sorting(),
  'POST /api/captures/reopen': sorting(),
  'POST /api/captures/later': sorting({ until: '2099-01-01' }),
  'POST /api/captures/place': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const { sectionId } = await makeDraft()
      return { body: { sectionId, captures: [{ id: await makeCapture(), itemId: randomUUID() }] } }
    },
  },
  'POST /api/captures/undo': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const moved = { commandId: commandId(), ids: [await makeCapture()] }
      return { body: { moveId: (await discardCaptures(tester, moved)).moveId } }
    },
  },
  'PATCH /api/captures/[captureId]': {
    access: 'studio',
    make: async (): Promise<Call> => ({
      params: { captureId: await makeCapture() },
      body: { version: 0, fields: { note: 'Look.' } },
    }),
  },
  'POST /api/items/[itemId]/to-inbox': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const { sectionId } = await makeDraft()
      const itemId = randomUUID()
      const captures = [{ id: await makeCapture(), itemId }]
      await placeCaptures(tester, { commandId: commandId(), sectionId, place: {}, captures })
      return { params: { itemId } }
    },
  },
}
