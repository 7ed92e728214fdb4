import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { isWithinLimit } from '@/lib/accounts/rate-limit'
import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { saveCapture } from '@/lib/captures/commands/save-capture'
import { discardCaptures } from '@/lib/captures/commands/sort-captures'
import { db, transaction } from '@/lib/db/db'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { saveItem } from '@/lib/issues/commands/save-item'
import { aliasLinks } from '@/lib/links/commands/alias-links'
import { canonicalLink } from '@/lib/links/rules'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { sendSuggestion } from './commands/send-suggestion'
import { findSuggestion } from './queries'
import { addedTo, MOST_WAITING, suggestionLimits } from './rules'
import { sendSuggestionSchema } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
  await db().publication.update({ where: { id: 1 }, data: { suggestionsOpen: true } })
})

const url = 'https://example.org/suggested'
const call = () => ({ commandId: randomUUID() })
/** @returns the token of the status page */
const suggest = async (fields: object = {}, client = '') => {
  const { path } = await sendSuggestion(sendSuggestionSchema.parse({ url, ...fields }), client)
  return path.replace('/suggest/', '')
}
const outcome = async (token: string) => (await findSuggestion(token))?.outcome
const captureId = async () => (await db().capture.findFirstOrThrow()).id

async function place(): Promise<{ issueId: string; itemId: string }> {
  const draft = await makeDraft()
  const itemId = randomUUID()
  const captures = [{ id: await captureId(), itemId }]
  await placeCaptures(tester, { ...call(), sectionId: draft.sectionId, place: {}, captures })
  return { issueId: draft.id, itemId }
}

describe('a suggestion', () => {
  it('comes into the inbox with its sender to be credited; two of one address are there once', async () => {
    await suggest({ title: 'Tides', reason: 'It is\r\ngood.', name: 'Kim' })
    const captures = () => db().capture.findMany()
    const first = { url, title: 'Tides', note: 'It is\ngood.', via: 'Kim', source: 'SUGGESTION' }
    expect(await captures()).toMatchObject([{ ...first, capturedById: null }])
    await suggest()
    expect(await captures()).toMatchObject([{ ...first, version: 0 }])
    const variant = 'http://www.example.org/suggested/?utm_source=x'
    for (let count = 0; count < 2; count += 1) await suggest({ url: variant, name: 'Sam', title: 'Other' })
    await suggest({ reason: 'It has maps.' })
    const words = 'Sam suggests it too.\n\nAnother reader suggests it too: It has maps.'
    const note = `It is\ngood.\n\n${words}`
    expect(await captures()).toMatchObject([{ ...first, note, version: 2 }])
    expect(await db().suggestion.count()).toBe(5)
  })

  it('that comes again fills what was empty, and a note that is full stays as it is', async () => {
    await suggest()
    await suggest({ title: 'Tides', name: 'Sam' })
    const filled = { title: 'Tides', via: 'Sam', note: 'Sam suggests it too.' }
    const [row] = await db().capture.findMany()
    expect(row).toMatchObject(filled)
    // It is what the page is called, as far as anybody knows, and no name that the curator gave.
    expect(row?.fieldVersions).not.toHaveProperty('title')
    expect(addedTo({ ...filled, note: 'é'.repeat(32 * 1024) }, { title: '', reason: 'x', name: '' })).toEqual(
      {},
    )
  })

  it('tells nothing of what the inbox has, and no receipt or audit has its address', async () => {
    await makeCapture({ url, source: 'STUDIO' })
    const token = await suggest()
    expect(await db().capture.count()).toBe(2)
    const kept = [await db().commandReceipt.findMany(), await db().auditEvent.findMany()]
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await findSuggestion('x')).toBeNull()
    const { id } = await db().capture.findFirstOrThrow({ where: { source: 'SUGGESTION' } })
    await saveCapture(tester, {
      ...call(),
      id,
      version: 0,
      fields: { title: 'Secret', url: 'https://b.example/' },
    })
    expect(JSON.stringify(await findSuggestion(token))).not.toMatch(/Secret|b\.example/)
  })

  it('waits until readers have it, and then leads to it', async () => {
    const token = await suggest({ title: 'Tides' })
    expect(await outcome(token)).toBe('waits')
    const { issueId, itemId } = await place()
    expect(await findSuggestion(token)).toMatchObject({ outcome: 'waits', issue: null })
    await publishIssue(tester, { ...call(), id: issueId })
    expect(await findSuggestion(token)).toMatchObject({ outcome: 'taken', issue: { itemId } })
    await withdrawIssue(tester, { ...call(), id: issueId })
    expect(await findSuggestion(token)).toMatchObject({ outcome: 'passed', issue: null })
  })

  it('that was discarded, or taken out again, didn’t go in this time', async () => {
    const token = await suggest()
    const { issueId, itemId } = await place()
    await removeItem(tester, { ...call(), id: itemId })
    expect(await outcome(token)).toBe('waits')
    await publishIssue(tester, { ...call(), id: issueId })
    expect(await outcome(token)).toBe('passed')
    const other = await suggest({ url: 'https://example.org/other' })
    const { id } = await db().capture.findFirstOrThrow({ where: { url: 'https://example.org/other' } })
    await discardCaptures(tester, { ...call(), ids: [id] })
    expect(await outcome(other)).toBe('passed')
  })
})

describe('a link that the curator had too', () => {
  const variant = 'http://www.example.org/suggested/?utm_source=x'
  /** An issue with an item of it, which the curator wrote without the suggestion. */
  const publish = async (fields: object) => {
    const { id, items } = await makeDraft(['A'])
    const [itemId = ''] = items
    await saveItem(tester, { ...call(), id: itemId, version: 0, fields })
    await publishIssue(tester, { ...call(), id })
    return { id, itemId }
  }

  it('is told as taken once an issue has it, though the suggestion itself was discarded', async () => {
    await makeCapture({ url: variant, source: 'STUDIO' })
    const token = await suggest()
    const { id } = await db().capture.findFirstOrThrow({ where: { source: 'SUGGESTION' } })
    await discardCaptures(tester, { ...call(), ids: [id] })
    expect(await outcome(token)).toBe('passed')
    const { id: issueId, itemId } = await publish({ url: variant })
    expect(await findSuggestion(token)).toMatchObject({ outcome: 'taken', issue: { itemId } })
    await withdrawIssue(tester, { ...call(), id: issueId })
    expect(await outcome(token)).toBe('passed')
  })

  it('is found by another address that leads to the same page, in the words of an item too', async () => {
    const token = await suggest()
    const [short, page] = ['https://s.example/1', url].map((each) => canonicalLink(each))
    if (!short || !page) throw new Error('These are addresses')
    await transaction((tx) => aliasLinks(tx, [short], page))
    const { itemId } = await publish({ blurb: `See [this](${short.canonical}).` })
    expect(await findSuggestion(token)).toMatchObject({ outcome: 'taken', issue: { itemId } })
  })

  it('is not told of an issue that was out before', async () => {
    await publish({ url: variant })
    expect(await outcome(await suggest())).toBe('waits')
  })
})

describe('a flood', () => {
  it('is stopped for one network, and others are heard still', async () => {
    const { client, network } = suggestionLimits
    for (let count = 0; count < network.limit; count += 1)
      await suggest({}, `198.51.100.${Math.floor(count / client.limit)}`)
    const message = expect.stringContaining('tomorrow')
    await expect(suggest({}, '198.51.100.99')).rejects.toMatchObject({ code: 'too_many', message })
    for (let count = 0; count < client.limit; count += 1) await suggest({}, `2001:db8::${count + 1}`)
    await expect(suggest({}, '2001:db8::99')).rejects.toMatchObject({ code: 'too_many' })
    await suggest({}, '203.0.113.1')
  })

  it('is stopped for one client, for those behind a proxy, and where too many wait', async () => {
    for (let count = 0; count < suggestionLimits.client.limit; count += 1) await suggest({}, '198.51.100.7')
    await expect(suggest({}, '198.51.100.7')).rejects.toMatchObject({ code: 'too_many' })
    // A proxy's address stands for everybody.
    for (let count = 0; count <= suggestionLimits.client.limit; count += 1) await suggest({}, '10.0.0.1')
    const captures = Array.from({ length: MOST_WAITING }, (_, index) => ({
      url: `https://example.org/${index}`,
      source: 'SUGGESTION' as const,
      ...{ capturedAt: new Date(), surfacesAt: new Date(), movedAt: new Date() },
    }))
    await db().capture.createMany({ data: captures })
    const message = expect.stringContaining('in some days')
    await expect(suggest({ url: 'https://example.org/new' })).rejects.toMatchObject({
      code: 'too_many',
      message,
    })
    for (let count = 0; count < suggestionLimits.hidden.limit; count += 1)
      await isWithinLimit('suggest-hidden', '', suggestionLimits.hidden)
    await expect(suggest()).rejects.toMatchObject({ code: 'too_many' })
  })

  it('of robots is known by what people don’t see', async () => {
    await expect(suggest({ reference: 'https://spam.example/' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await db().capture.count()).toBe(0)
  })

  it('finds nothing while it is switched off', async () => {
    await db().publication.update({ where: { id: 1 }, data: { suggestionsOpen: false } })
    await expect(suggest()).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('what can’t be an address, or is too long, is said at its field', () => {
  const wrong = (fields: object) =>
    sendSuggestionSchema.safeParse({ url, ...fields }).error?.issues[0]?.message
  expect(wrong({ url: 'hhttps://example.org' })).toContain('“hhttps:”')
  expect(wrong({ url: 'http://square space' })).toContain('no spaces')
  expect(wrong({ url: `https://example.org/${'x'.repeat(4000)}` })).toContain('4,020 characters')
  expect(wrong({ url: 'http://127.1/' })).toContain('not a public host')
  expect(wrong({ reason: 'x'.repeat(1001) })).toContain('1,000')
})
