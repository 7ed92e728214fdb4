import { randomUUID } from 'node:crypto'
import { makeToken } from '@/lib/accounts/commands/make-token'
import { mayHoldTokens } from '@/lib/accounts/policy'
import type { TokenKind } from '@/lib/accounts/schema'
import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { discardCaptures } from '@/lib/captures/commands/sort-captures'
import { db } from '@/lib/db/db'
import { addFeeds } from '@/lib/feeds/commands/add-feeds'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, tester } from '@/lib/testing/issues'
import { makeSuggestion, openSuggestions } from '@/lib/testing/suggestions'
import type { Call, Row } from './row'

const commandId = () => randomUUID()

const aToken = async (kind: TokenKind) =>
  (await makeToken(await makePerson('EDITOR'), { kind, name: 'Phone' })).token

const opened = async (): Promise<Call> => {
  await openSuggestions()
  return {}
}

async function aFeed(): Promise<string> {
  const text = `https://feeds.invalid/${randomUUID()}`
  await addFeeds(tester, { commandId: commandId(), text })
  return (await db().followedFeed.findFirstOrThrow({ where: { url: text } })).id
}

const sorting = (body: Record<string, unknown> = {}): Row => ({
  access: 'studio',
  make: async (): Promise<Call> => ({ body: { ids: [await makeCapture()], ...body } }),
})

/** What was captured, and sorting it. */
export const captureRows: Record<string, Row> = {
  'GET /admin/inbox': { access: 'studio' },
  'GET /admin/inbox/anywhere': { access: 'studio' },
  'GET /admin/capture': { access: 'studio' },
  // Browsers ask for these without cookies.
  'GET /admin/manifest.webmanifest': { access: 'anyone' },
  'GET /admin/inbox/feeds': { access: 'studio' },
  'POST /api/feeds': {
    access: 'studio',
    make: async (): Promise<Call> => ({ body: { text: `https://feeds.invalid/${randomUUID()}` } }),
  },
  'POST /api/feeds/[feedId]/remove': {
    access: 'studio',
    make: async (): Promise<Call> => ({ params: { feedId: await aFeed() } }),
  },
  'GET /suggest': { access: 'anyone', make: opened },
  'GET /suggest/[token]': {
    access: 'anyone',
    make: async (): Promise<Call> => ({ params: { token: await makeSuggestion() } }),
  },
  'POST /api/suggestions': {
    access: 'anyone',
    bare: true,
    make: async (): Promise<Call> => ({
      ...(await opened()),
      body: { url: `https://example.org/${randomUUID()}` },
    }),
  },
  'GET /api/openapi.json': { access: 'anyone' },
  // Whose cookie comes along doesn't matter.
  'POST /api/capture': {
    access: 'anyone',
    anyOrigin: true,
    ok: 201,
    make: async (): Promise<Call> => ({
      headers: { authorization: `Bearer ${await aToken('CAPTURE')}` },
      body: { url: `https://example.org/${randomUUID()}` },
    }),
  },
  'GET /api/inbox/[token]/[file]': {
    access: 'anyone',
    make: async (): Promise<Call> => ({ params: { token: await aToken('INBOX_FEED'), file: 'atom.xml' } }),
  },
  'POST /api/tokens': {
    access: 'studio',
    make: async (): Promise<Call> => ({ body: { kind: 'CAPTURE', name: 'Phone' } }),
  },
  'POST /api/tokens/[tokenId]/revoke': {
    access: 'studio',
    make: async (actor): Promise<Call> => {
      const holder = actor && mayHoldTokens(actor) ? actor : await makePerson('EDITOR')
      return { params: { tokenId: (await makeToken(holder, { kind: 'CAPTURE', name: 'Phone' })).id } }
    },
  },
  'POST /api/captures/[captureId]/take-back': {
    access: 'studio',
    make: async (): Promise<Call> => ({ params: { captureId: await makeCapture() } }),
  },
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
