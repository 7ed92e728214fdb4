import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { bookSlot } from '@/lib/sponsors/commands/book-slot'
import { commentOnSlot } from '@/lib/sponsors/commands/comment'
import { missSlot, releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { reuseOrFill } from '@/lib/sponsors/commands/reuse-copy'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { keptCopyForm, sendOrKeep } from '@/lib/sponsors/commands/send-copy'
import { copyFormSchema } from '@/lib/sponsors/schema'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()
const slotOf = (id: string) => db().slot.findUniqueOrThrow({ where: { id }, include: { copy: true } })
const approve = async (slotId: string, versionId: string) =>
  approveCopy(await makePerson('EDITOR'), {
    commandId: commandId(),
    slotId,
    versionId,
    comment: '',
    onBehalf: false,
  })

async function booked() {
  const issue = await makeDraft()
  const sponsor = await makeSponsor()
  const placementId = await makePlacement({ maxCharacters: 60 })
  const slot = await makeSlot(sponsor.id, placementId, { issueId: issue.id })
  return { issue, sponsor, placementId, slot }
}

describe('a form of copy', () => {
  const form = (version: number, fields: object, intent = 'submit') =>
    copyFormSchema.parse({ version, intent, ...fields })

  test('that has saved already sends in what was seen, and nothing that came since', async () => {
    const { sponsor, slot } = await booked()
    const save = (version: number, fields: object) =>
      saveCopy(sponsor.contact, { commandId: commandId(), slotId: slot.id, version, fields })
    await save(0, { text: 'Ship calmly.' })
    await save(1, { url: 'https://acme.example' })
    const stale = { ...form(1, {}), slotId: slot.id }
    await expect(sendOrKeep(sponsor.contact, stale, false)).rejects.toMatchObject({ code: 'conflict' })
    const sent = await sendOrKeep(sponsor.contact, { ...form(2, {}), slotId: slot.id }, false)
    const version = await db().adCopyVersion.findUniqueOrThrow({
      where: { id: sent.submitted?.versionId ?? '' },
    })
    expect(version).toMatchObject({ text: 'Ship calmly.', url: 'https://acme.example' })
  })

  test('keeps what it brought to a slot that is over', async () => {
    const { sponsor, slot } = await booked()
    await missSlot(tester, { commandId: commandId(), id: slot.id, reason: '' })
    const typed = { headline: '', text: 'Typed for an hour.', callToAction: '', url: '', imageAlt: 'A pager' }
    const failed = await sendOrKeep(sponsor.contact, { ...form(0, typed), slotId: slot.id }, true).catch(
      (error: unknown) => error as { code: string; detail: { kept: string } },
    )
    expect(failed).toMatchObject({ code: 'wrong_state' })
    const kept = 'detail' in failed ? failed.detail.kept : ''
    expect(await keptCopyForm(sponsor.contact, slot.id, kept)).toEqual(typed)
    expect(await keptCopyForm((await makeSponsor('Bolt')).contact, slot.id, kept)).toBeNull()
  })
})

describe('copy that ran before', () => {
  test('fills the slot where it doesn’t fit, and says what is wrong', async () => {
    const { sponsor, slot } = await booked()
    const { versionId } = await sendCopy(sponsor.contact, slot.id)
    await approve(slot.id, versionId)
    const small = await makePlacement({ name: 'Small', maxCharacters: 20 })
    const next = await makeSlot(sponsor.id, small, { date: '2027-01-05' })
    const again = { commandId: commandId(), slotId: next.id, versionId, submit: 'yes' as const }
    await expect(reuseOrFill(sponsor.contact, again)).rejects.toMatchObject({ code: 'invalid' })
    const filled = await slotOf(next.id)
    expect(filled).toMatchObject({
      state: 'BOOKED',
      versionId: null,
      copy: { text: 'Ship calmly with Acme.' },
    })
  })
})

describe('an approval', () => {
  test('stays when the same copy is sent in again', async () => {
    const { sponsor, slot } = await booked()
    const { versionId } = await sendCopy(sponsor.contact, slot.id)
    await approve(slot.id, versionId)
    expect(await sendCopy(sponsor.contact, slot.id, {}, 1)).toMatchObject({ versionId })
    expect(await slotOf(slot.id)).toMatchObject({ state: 'APPROVED', approvedVersionId: versionId })
    expect(await db().sponsorPart.count({ where: { slotId: slot.id } })).toBe(1)
  })

  test('asked for twice is one', async () => {
    const { issue, sponsor, slot } = await booked()
    const { versionId } = await sendCopy(sponsor.contact, slot.id)
    const first = await approve(slot.id, versionId)
    expect(await approve(slot.id, versionId)).toEqual(first)
    await publishIssue(tester, { id: issue.id, commandId: commandId() })
    expect(await approve(slot.id, versionId)).toEqual(first)
    expect(await db().review.count({ where: { slotId: slot.id } })).toBe(1)
  })
})

describe('a comment', () => {
  test('sent twice by one press is said once; the same words later are news', async () => {
    const { sponsor, slot } = await booked()
    const say = (comment: string) =>
      commentOnSlot(sponsor.contact, { commandId: commandId(), slotId: slot.id, comment })
    const [first, again] = [await say('Hello?'), await say('Hello?')]
    expect(again).toEqual(first)
    await say('Anybody?')
    expect((await say('Hello?')).id).not.toBe(first.id)
    expect(await db().review.count()).toBe(3)
  })

  test('is one of so many an hour, since each is a mail', async () => {
    const { sponsor, slot } = await booked()
    const say = (comment: string) =>
      commentOnSlot(sponsor.contact, { commandId: commandId(), slotId: slot.id, comment })
    for (let count = 1; count <= 60; count += 1) await say(`Message ${count}`)
    await expect(say('One more')).rejects.toMatchObject({ code: 'too_many' })
  })
})

test('a missed slot is made good once, even by two at once, and again where that date was released', async () => {
  const { sponsor, placementId, slot } = await booked()
  await missSlot(tester, { commandId: commandId(), id: slot.id, reason: '' })
  const book = (date: string) =>
    bookSlot(tester, {
      commandId: commandId(),
      sponsorId: sponsor.id,
      placementId,
      date,
      makeGoodForId: slot.id,
    })
  const outcomes = await Promise.allSettled([book('2027-01-05'), book('2027-01-12')])
  const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  expect(made).toHaveLength(1)
  await expect(book('2027-01-19')).rejects.toMatchObject({ code: 'taken' })
  await releaseSlot(tester, { commandId: commandId(), id: made[0]?.id ?? '', reason: '' })
  await book('2027-01-19')
})

test('a message that was withdrawn with its issue can be made good too', async () => {
  const { issue, sponsor, placementId, slot } = await booked()
  const { versionId } = await sendCopy(sponsor.contact, slot.id)
  await approve(slot.id, versionId)
  await publishIssue(tester, { id: issue.id, commandId: commandId() })
  const book = () =>
    bookSlot(tester, {
      commandId: commandId(),
      sponsorId: sponsor.id,
      placementId,
      date: '2027-01-05',
      makeGoodForId: slot.id,
    })
  await expect(book()).rejects.toMatchObject({ code: 'invalid' })
  await withdrawIssue(tester, { commandId: commandId(), id: issue.id })
  await book()
})
