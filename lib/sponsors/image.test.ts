import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { addImage } from '@/lib/sponsors/commands/add-image'
import { missSlot } from '@/lib/sponsors/commands/end-slot'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { findPublishedImage, readImageFile } from '@/lib/sponsors/queries/image-files'
import { makePerson } from '@/lib/testing/actors'
import { makeHugePng, makePng } from '@/lib/testing/images'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const id = () => randomUUID()
const bytes = makePng({ width: 6, height: 4 })

async function booked(imageAllowed = true) {
  const issue = await makeDraft()
  const sponsor = await makeSponsor()
  const slot = await makeSlot(sponsor.id, await makePlacement({ imageAllowed }), { issueId: issue.id })
  const add = (sent: Uint8Array = bytes, commandId = id()) =>
    addImage(sponsor.contact, { commandId, slotId: slot.id, bytes: sent })
  const approve = async (versionId: string) =>
    approveCopy(await makePerson('EDITOR'), {
      commandId: id(),
      slotId: slot.id,
      versionId,
      comment: '',
      onBehalf: false,
    })
  return { issue, sponsor, slot, add, approve }
}

describe('an image', () => {
  test('is kept once for its company, however often it comes, and by whom', async () => {
    const { sponsor, slot, add } = await booked()
    const added = await add()
    expect(added).toMatchObject({ width: 6, height: 4 })
    expect(await add()).toEqual(added)
    expect(await addImage(tester, { commandId: id(), slotId: slot.id, bytes })).toEqual(added)
    expect(await db().adImage.findMany({ select: { id: true, sponsorId: true, type: true } })).toEqual([
      { id: added.id, sponsorId: sponsor.id, type: 'image/png' },
    ])
  })

  test('is added once by a call that is repeated', async () => {
    const { add } = await booked()
    const commandId = id()
    const answers = await Promise.all([add(bytes, commandId), add(bytes, commandId)])
    expect(answers[0]).toEqual(answers[1])
    expect(await db().auditEvent.count({ where: { action: 'add-image' } })).toBe(1)
  })

  test('is not taken where the placement has none, nor for a slot that is over', async () => {
    const { add } = await booked(false)
    await expect(add()).rejects.toMatchObject({ code: 'invalid', fields: { image: expect.any(String) } })
    const over = await booked()
    await missSlot(tester, { commandId: id(), id: over.slot.id, reason: '' })
    await expect(over.add()).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await db().adImage.count()).toBe(0)
  })

  test('of another company’s slot is as good as absent, and isn’t even decoded', async () => {
    const { slot } = await booked()
    const { contact } = await makeSponsor('Other')
    const call = { commandId: id(), slotId: slot.id, bytes: makeHugePng() }
    await expect(addImage(contact, call)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('that is refused leaves nothing', async () => {
    const { add } = await booked()
    await expect(add(makeHugePng())).rejects.toMatchObject({ code: 'invalid' })
    await expect(add(Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'invalid' })
    expect(await db().adImage.count()).toBe(0)
    expect(await db().commandReceipt.count({ where: { command: 'add-image' } })).toBe(0)
  })

  test('that stands in no copy makes room for newer ones; one that does stays', async () => {
    const { sponsor, slot, add } = await booked()
    const used = await add()
    const fields = { imageId: used.id }
    await saveCopy(sponsor.contact, { commandId: id(), slotId: slot.id, version: 0, fields })
    for (let width = 10; width < 35; width += 1) await add(makePng({ width, height: 1 }))
    const widths = (await db().adImage.findMany({ select: { width: true } })).map(({ width }) => width)
    expect(widths.sort((a, b) => a - b)).toEqual([6, ...Array.from({ length: 20 }, (_, index) => 15 + index)])
  })

  test('is seen by the studio and its own company before readers see it', async () => {
    const { sponsor, add } = await booked()
    const { id: imageId } = await add()
    for (const who of [tester, sponsor.contact, await makePerson('EDITOR')]) {
      expect((await readImageFile(who, imageId)).type).toBe('image/png')
    }
    const { contact } = await makeSponsor('Other')
    for (const who of [contact, await makePerson('SPONSOR')]) {
      await expect(readImageFile(who, imageId)).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})

describe('readers', () => {
  test('get an image while an edition that they see shows it, and at no other time', async () => {
    const { issue, sponsor, slot, add, approve } = await booked()
    const { id: imageId } = await add()
    const { hash } = await db().adImage.findUniqueOrThrow({ where: { id: imageId } })
    const fields = { imageId, imageAlt: 'A black field' }
    await approve((await sendCopy(sponsor.contact, slot.id, fields)).versionId)
    expect(await findPublishedImage(hash)).toBeNull()

    await publishIssue(tester, { id: issue.id, commandId: id() })
    const { document } = await db().edition.findFirstOrThrow()
    expect(issueDocumentSchema.parse(document).sponsors[0]?.image).toEqual({
      url: `/media/${hash}`,
      alt: 'A black field',
      width: 6,
      height: 4,
    })
    expect((await findPublishedImage(hash))?.type).toBe('image/png')
    for (const other of ['0'.repeat(64), hash.toUpperCase(), `${hash}%`, '']) {
      expect(await findPublishedImage(other)).toBeNull()
    }

    const newer = await sendCopy(sponsor.contact, slot.id, { imageId: null }, 1)
    await approve(newer.versionId)
    expect(await findPublishedImage(hash)).not.toBeNull()
    await publishIssue(tester, { id: issue.id, commandId: id() })
    expect(await findPublishedImage(hash)).toBeNull()
  })

  test('don’t get one of an issue that was withdrawn', async () => {
    const { issue, sponsor, slot, add, approve } = await booked()
    const { id: imageId } = await add()
    const { hash } = await db().adImage.findUniqueOrThrow({ where: { id: imageId } })
    await approve((await sendCopy(sponsor.contact, slot.id, { imageId, imageAlt: 'Black' })).versionId)
    await publishIssue(tester, { id: issue.id, commandId: id() })
    await withdrawIssue(tester, { id: issue.id, commandId: id() })
    expect(await findPublishedImage(hash)).toBeNull()
  })
})
