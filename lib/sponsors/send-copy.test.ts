import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import type { AppError } from '@/lib/errors/app-error'
import { makePng } from '@/lib/testing/images'
import { makePublication } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { keptCopyForm, sendOrKeep } from './commands/send-copy'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const typed = { headline: '', text: 'Ship calmly.', callToAction: '', url: 'https://acme.example/' }
async function made() {
  const sponsor = await makeSponsor()
  const placementId = await makePlacement({ maxCharacters: 20, imageAllowed: true })
  const slot = await makeSlot(sponsor.id, placementId, { date: '2027-03-07' })
  const send = (intent: 'save' | 'submit', version: number, text = typed.text, plain = false) =>
    sendOrKeep(sponsor.contact, { ...typed, text, slotId: slot.id, version, intent }, plain)
  return { sponsor, slotId: slot.id, send }
}

test('saves, and sends where that was pressed; pressed twice makes one version', async () => {
  const { send } = await made()
  expect(await send('save', 0)).toEqual({ version: 1, submitted: null })
  const [first, again] = [await send('submit', 1), await send('submit', 1)]
  expect(again.submitted?.versionId).toBe(first.submitted?.versionId)
  expect(await db().adCopyVersion.count()).toBe(1)
})

test('copy that can’t be sent yet is saved all the same', async () => {
  const { send } = await made()
  const long = 'x'.repeat(30)
  await expect(send('submit', 0, long)).rejects.toMatchObject({ code: 'invalid' })
  expect(await db().adCopy.findFirst()).toMatchObject({ text: long })
})

test('what a form without script couldn’t save is kept, for its writer and slot alone', async () => {
  const { sponsor, slotId, send } = await made()
  await send('save', 0, 'Theirs')
  const error: AppError = await send('save', 0, 'Mine', true).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'conflict', detail: { kept: expect.any(String) } })
  const kept = String(error.detail.kept)
  expect(await keptCopyForm(sponsor.contact, slotId, kept)).toMatchObject({ text: 'Mine' })
  expect(await keptCopyForm(sponsor.contact, randomUUID(), kept)).toBeNull()
  expect(await keptCopyForm((await makeSponsor('Other')).contact, slotId, kept)).toBeNull()
  expect(await db().adCopy.findFirst()).toMatchObject({ text: 'Theirs' })
})

test('a form without script brings its image and its text along, whichever button was pressed', async () => {
  const { sponsor, slotId } = await made()
  const image = new Uint8Array(makePng({ width: 4, height: 3 }))
  const form = { ...typed, slotId, version: 0, intent: 'submit' as const, imageAlt: 'A boat', image }
  const { submitted } = await sendOrKeep(sponsor.contact, form, true)
  const version = await db().adCopyVersion.findUniqueOrThrow({ where: { id: submitted?.versionId ?? '' } })
  expect(version).toMatchObject({ text: typed.text, imageAlt: 'A boat', imageId: expect.any(String) })
  const { version: now } = await db().adCopy.findFirstOrThrow()
  const out = {
    ...typed,
    text: 'Other.',
    slotId,
    version: now,
    intent: 'save' as const,
    remove: 'yes' as const,
  }
  await sendOrKeep(sponsor.contact, out, true)
  expect(await db().adCopy.findFirst()).toMatchObject({ text: 'Other.', imageId: null })
})

test('an image that is none keeps no text from being saved, nor does a word to the editors', async () => {
  const { sponsor, slotId } = await made()
  const form = { ...typed, slotId, version: 0 }
  const image = new TextEncoder().encode('<svg/>')
  await expect(sendOrKeep(sponsor.contact, { ...form, intent: 'submit', image }, true)).rejects.toMatchObject(
    { code: 'invalid', fields: { image: expect.any(String) } },
  )
  expect(await db().adCopy.findFirst()).toMatchObject({ text: typed.text, imageId: null })
  const word = { ...form, text: 'Later.', version: 1, intent: 'comment' as const }
  await expect(sendOrKeep(sponsor.contact, { ...word, comment: ' ' }, true)).rejects.toMatchObject({
    fields: { comment: expect.any(String) },
  })
  await sendOrKeep(sponsor.contact, { ...word, version: 2, comment: 'May we?' }, true)
  expect(await db().adCopy.findFirst()).toMatchObject({ text: 'Later.' })
  expect(await db().review.findMany()).toMatchObject([{ verdict: 'COMMENT', comment: 'May we?' }])
})
