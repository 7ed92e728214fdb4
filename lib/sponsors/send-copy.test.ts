import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import type { AppError } from '@/lib/errors/app-error'
import { makePublication } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { keptForm, sendOrKeep } from './commands/send-copy'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const typed = { headline: '', text: 'Ship calmly.', callToAction: '', url: 'https://acme.example/' }
async function made() {
  const sponsor = await makeSponsor()
  const slot = await makeSlot(sponsor.id, await makePlacement({ maxCharacters: 20 }), { date: '2027-03-07' })
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
  expect(await keptForm(sponsor.contact, slotId, kept)).toMatchObject({ text: 'Mine' })
  expect(await keptForm(sponsor.contact, randomUUID(), kept)).toBeNull()
  expect(await keptForm((await makeSponsor('Other')).contact, slotId, kept)).toBeNull()
  expect(await db().adCopy.findFirst()).toMatchObject({ text: 'Theirs' })
})
