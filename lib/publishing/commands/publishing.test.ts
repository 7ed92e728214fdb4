import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import { saveItem } from '@/lib/issues/commands/save-item'
import { loadForEditing } from '@/lib/publishing/queries'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { publishIssue } from './publish-issue'
import { reinstateIssue, withdrawIssue } from './withdraw-issue'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()
const current = async (issueId: string) => {
  const row = await db().archivedIssue.findUniqueOrThrow({ where: { issueId }, include: { edition: true } })
  return { ...row, document: issueDocumentSchema.parse(row.edition.document) }
}
const generation = async () => (await db().publication.findUniqueOrThrow({ where: { id: 1 } })).generation

describe('publishing', () => {
  test('makes one immutable edition of what stands, and the archive shows it', async () => {
    const { id } = await makeDraft(['A', 'B'])
    const before = await generation()
    const published = await publishIssue(tester, { commandId: commandId(), id })
    expect(published).toMatchObject({ edition: 1, path: '/issues/issue-1' })
    const { document, itemCount } = await current(id)
    expect(document.sections.map((section) => section.items.map((item) => item.headline))).toEqual([
      ['A', 'B'],
    ])
    expect(itemCount).toBe(2)
    expect(await generation()).toBe(before + 1)
    const tamper = db().$executeRaw`UPDATE "Edition" SET "hash" = 'x'`
    await expect(tamper).rejects.toThrow('immutable')
    await expect(db().$executeRaw`DELETE FROM "Edition"`).rejects.toThrow('immutable')
  })
  test('is refused while a finding blocks, and then nothing is written', async () => {
    const { id, items } = await makeDraft(['A'])
    await saveItem(tester, {
      commandId: commandId(),
      id: items[0] ?? '',
      version: 0,
      fields: { url: 'nonsense' },
    })
    await expect(publishIssue(tester, { commandId: commandId(), id })).rejects.toMatchObject({
      code: 'findings',
      detail: { findings: [{ code: 'item-address' }] },
    })
    expect(await db().edition.count()).toBe(0)
  })
  test('fifty at once make one edition', async () => {
    const { id } = await makeDraft(['A'])
    const calls = Array.from({ length: 50 }, () => publishIssue(tester, { commandId: commandId(), id }))
    const results = await Promise.allSettled(calls)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await db().edition.count()).toBe(1)
  })
  test('is not for sponsors', async () => {
    const { id } = await makeDraft(['A'])
    const sponsor = await makePerson('SPONSOR')
    await expect(publishIssue(sponsor, { commandId: commandId(), id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a correction', () => {
  test('without a note leaves the last one before readers, as restoring does; a new one takes its place', async () => {
    const { id, items } = await makeDraft(['A'])
    const save = (headline: string, version: number) =>
      saveItem(tester, { commandId: commandId(), id: items[0] ?? '', version, fields: { headline } })
    const note = async () => (await current(id)).document.issue.correction
    await publishIssue(tester, { commandId: commandId(), id })
    await publishIssue(tester, { commandId: commandId(), id, note: 'A name was wrong.' })
    await save('A,', 0)
    await publishIssue(tester, { commandId: commandId(), id, note: null })
    expect(await note()).toBe('A name was wrong.')
    await withdrawIssue(tester, { commandId: commandId(), id })
    await reinstateIssue(tester, { commandId: commandId(), id })
    expect(await note()).toBe('A name was wrong.')
    await publishIssue(tester, { commandId: commandId(), id, note: 'And a date.' })
    expect(await note()).toBe('And a date.')
    await publishIssue(tester, { commandId: commandId(), id, withoutNote: true })
    expect(await note()).toBe(null)
    const again = publishIssue(tester, { commandId: commandId(), id, withoutNote: true })
    await expect(again).rejects.toMatchObject({ code: 'wrong_state' })
  })
  test('is a new edition that keeps the day of publication, with its note', async () => {
    const { id, items } = await makeDraft(['A'])
    const first = await publishIssue(tester, { commandId: commandId(), id })
    await saveItem(tester, {
      commandId: commandId(),
      id: items[0] ?? '',
      version: 0,
      fields: { headline: 'A2' },
    })
    expect((await loadForEditing(tester, id)).published).toMatchObject({ edition: 1, changes: 1 })
    const second = await publishIssue(tester, {
      commandId: commandId(),
      id,
      edition: 2,
      note: 'A name was wrong.',
    })
    expect(second).toMatchObject({ edition: 2, publishedAt: first.publishedAt })
    const { document } = await current(id)
    expect(document.issue.correction).toBe('A name was wrong.')
    expect(document.sections[0]?.items[0]).toMatchObject({ headline: 'A2', id: items[0] })
    expect((await loadForEditing(tester, id)).published).toMatchObject({ edition: 2, changes: 0 })
  })
  test('of nothing is refused; so is one that somebody else made first', async () => {
    const { id, items } = await makeDraft(['A'])
    await publishIssue(tester, { commandId: commandId(), id, edition: 1 })
    await expect(publishIssue(tester, { commandId: commandId(), id })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await saveItem(tester, {
      commandId: commandId(),
      id: items[0] ?? '',
      version: 0,
      fields: { headline: 'A2' },
    })
    const late = publishIssue(tester, { commandId: commandId(), id, edition: 1 })
    await expect(late).rejects.toMatchObject({ code: 'wrong_state' })
  })
  test('that changes the address leads readers of the old one on', async () => {
    const { id } = await makeDraft(['A'])
    await publishIssue(tester, { commandId: commandId(), id })
    await saveIssue(tester, { commandId: commandId(), id, version: 0, fields: { slug: 'second' } })
    await publishIssue(tester, { commandId: commandId(), id })
    await saveIssue(tester, { commandId: commandId(), id, version: 1, fields: { slug: 'third' } })
    await publishIssue(tester, { commandId: commandId(), id })
    const redirects = await db().redirect.findMany({ orderBy: { fromPath: 'asc' } })
    expect(redirects.map((redirect) => [redirect.fromPath, redirect.toPath])).toEqual([
      ['/issues/issue-1', '/issues/third'],
      ['/issues/second', '/issues/third'],
    ])
    const other = await makeDraft(['B'])
    const taking = { commandId: commandId(), id: other.id, version: 0, fields: { slug: 'second' } }
    await expect(saveIssue(tester, taking)).rejects.toMatchObject({ code: 'taken' })
    await saveIssue(tester, { commandId: commandId(), id, version: 2, fields: { slug: 'second' } })
    expect(await publishIssue(tester, { commandId: commandId(), id })).toMatchObject({
      path: '/issues/second',
    })
  })
})

test('a withdrawn issue is gone for readers, and restoring makes a new edition', async () => {
  const { id } = await makeDraft(['A'])
  await publishIssue(tester, { commandId: commandId(), id })
  await withdrawIssue(tester, { commandId: commandId(), id })
  expect((await current(id)).withdrawnAt).not.toBeNull()
  await expect(publishIssue(tester, { commandId: commandId(), id })).rejects.toMatchObject({
    code: 'wrong_state',
  })
  expect(await reinstateIssue(tester, { commandId: commandId(), id })).toMatchObject({ edition: 2 })
  expect((await current(id)).withdrawnAt).toBeNull()
})
