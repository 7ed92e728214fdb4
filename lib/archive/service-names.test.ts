import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { db } from '@/lib/db/db'
import { addItem } from '@/lib/issues/commands/add-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { linkFields, makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { findService, serviceOf } from './service-names'

describe('a service', () => {
  const named = (host: string, ...headlines: string[]) =>
    serviceOf(
      host,
      headlines.map((headline) => ({ headline })),
    )
  test('is called as its rows were last, where most agree', () => {
    expect(named('quay.example', 'Quay', 'Quay', 'Other')).toBe('Quay')
    expect(named('quay.example', 'Quay', 'quay!')).toBe('Quay')
  })
  test('of one row alone is known where its host is a status page of that name', () => {
    expect(named('status.quay.example', 'Quay')).toBe('Quay')
    expect(named('quaystatus.example', 'Quay Cloud')).toBe('Quay Cloud')
    expect(named('status.harbour.example', 'Quay')).toBeNull()
  })
  test('is not told by newspapers, which tell of many', () => {
    expect(named('news.example', 'Quay', 'Harbour', 'Pier')).toBeNull()
    expect(named('news.example', 'Quay')).toBeNull()
    expect(named('news.example')).toBeNull()
  })
})

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const call = () => ({ commandId: randomUUID() })

async function listDraft(date: string) {
  const draft = await makeDraft([], tester, date)
  await db().section.update({ where: { id: draft.sectionId }, data: { layout: 'list' } })
  return draft
}

test('a capture that is placed in a list is called after its service, out of what readers have', async () => {
  const past = await listDraft('2026-02-22')
  const fields = { ...linkFields('Quay'), url: 'https://status.quay.example/incidents/1' }
  await addItem(tester, { ...call(), id: randomUUID(), sectionId: past.sectionId, fields, place: {} })
  await publishIssue(tester, { ...call(), id: past.id })
  const now = await listDraft('2026-03-01')
  const title = 'Elevated error rates | Quay status'
  const url = 'https://www.status.quay.example/incidents/2'
  const capture = { id: await makeCapture({ url, title, source: 'BOOKMARKLET' }), itemId: randomUUID() }
  await placeCaptures(tester, { ...call(), sectionId: now.sectionId, place: {}, captures: [capture] })
  expect(await db().item.findUniqueOrThrow({ where: { id: capture.itemId } })).toMatchObject({
    headline: 'Quay',
    url,
  })
  expect(await findService(tester, url)).toBe('Quay')
  const sponsor = await makePerson('SPONSOR')
  await expect(findService(sponsor, url)).rejects.toMatchObject({ code: 'forbidden' })
})
