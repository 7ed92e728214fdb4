import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import { addItem } from '@/lib/issues/commands/add-item'
import type { ItemFields } from '@/lib/issues/schema'
import { keepLook } from '@/lib/pages/commands/look-at-page'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makePerson } from '@/lib/testing/actors'
import { linkFields, makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { loadChecks } from './queries'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const call = () => ({ commandId: randomUUID() })
const add = (sectionId: string, fields: ItemFields) =>
  addItem(tester, {
    ...call(),
    id: randomUUID(),
    sectionId,
    fields: { ...linkFields('New'), ...fields },
    place: {},
  })
const facts = {
  ...{ title: 'Tides', site: '', authors: [], organisation: '', date: null, language: null, wordCount: 4 },
  ...{ canonical: null, oembed: null, refresh: null },
}
const keep = (address: string, final: string, text = '') =>
  transaction((tx) => {
    const outcome = address === final ? ('OK' as const) : ('MOVED' as const)
    const look = { outcome, message: 'It leads on.', status: 200, finalAddress: final }
    return keepLook(tx, address, { ...look, facts: { ...facts, text } })
  })
const told = async (issueId: string) => {
  const draft = (await loadChecks(tester, issueId)).past
  return draft.map(({ address, issue, isPrevious }) => [address, issue, isPrevious])
}

test('what an issue of the last year had is known by its link, whatever its address', async () => {
  const before = await makeDraft(['First'], tester, '2026-02-22')
  await publishIssue(tester, { ...call(), id: before.id })
  const { title } = await db().archivedIssue.findFirstOrThrow()
  const { id, sectionId } = await makeDraft([], tester, '2026-03-01')
  await add(sectionId, { url: 'http://www.example.org/First?utm_source=x' })
  await keep('https://s.example/1', 'https://example.org/First')
  await add(sectionId, { url: 'https://s.example/1' })
  await add(sectionId, { url: 'https://example.org/Other' })
  expect((await told(id)).sort()).toEqual([
    ['http://www.example.org/First?utm_source=x', title, true],
    ['https://s.example/1', title, true],
  ])
  // What is repeated on purpose: hosts of the settings, and status pages.
  await db().publication.update({ where: { id: 1 }, data: { exemptHosts: ['example.org'] } })
  expect(await told(id)).toEqual([['https://s.example/1', title, true]])
  await db().publication.update({ where: { id: 1 }, data: { exemptHosts: [] } })
  const later = await makeDraft([], tester, '2027-03-01')
  await add(later.sectionId, { url: 'https://example.org/First' })
  expect(await told(later.id)).toEqual([])
})

test('addresses that are known to lead to one page are told by what they have in common', async () => {
  const { id, sectionId } = await makeDraft([])
  await add(sectionId, { url: 'https://example.org/First' })
  await add(sectionId, {
    url: 'https://x.example/',
    links: [{ label: 'It', url: 'https://s.example/1?utm_id=x' }],
  })
  const of = async () => (await loadChecks(tester, id)).aliases
  expect(await of()).toEqual([])
  await keep('https://s.example/1', 'https://example.org/First')
  const same = 'https://example.org/First'
  expect(await of()).toEqual([
    { canonical: same, same },
    { canonical: 'https://s.example/1', same },
  ])
})
test('what stands in issue after issue is repeated on purpose, and not told', async () => {
  for (const date of ['2026-02-08', '2026-02-15', '2026-02-22']) {
    const { id } = await makeDraft(['How to take part'], tester, date)
    await publishIssue(tester, { ...call(), id })
  }
  const { id, sectionId } = await makeDraft([], tester, '2026-03-01')
  await add(sectionId, { url: 'https://example.org/How%20to%20take%20part' })
  expect(await told(id)).toEqual([])
})

test('of a page’s text, the names that readers should be told of', async () => {
  await db().publication.update({ where: { id: 1 }, data: { employerNames: ['Acme', 'Quay'] } })
  const { id, sectionId } = await makeDraft([])
  await add(sectionId, { url: 'https://example.org/a' })
  await keep('https://example.org/a', 'https://example.org/a', 'We moved from Acme to another host.')
  const { pages } = await loadChecks(tester, id)
  expect(pages).toMatchObject([{ address: 'https://example.org/a', outcome: 'OK', names: ['Acme'] }])
  expect(JSON.stringify(pages)).not.toContain('another host')
})

test('what the settings say blocks keeps an issue from readers', async () => {
  const { id, sectionId } = await makeDraft([])
  await add(sectionId, { blurb: 'TODO: say why.' })
  await db().publication.update({ where: { id: 1 }, data: { blockingFindings: ['text-placeholder'] } })
  await expect(publishIssue(tester, { ...call(), id })).rejects.toMatchObject({ code: 'findings' })
  await db().publication.update({ where: { id: 1 }, data: { blockingFindings: [] } })
  await publishIssue(tester, { ...call(), id })
})

test('what only the database tells stops an issue where the settings say so', async () => {
  const before = await makeDraft(['First'], tester, '2026-02-22')
  await publishIssue(tester, { ...call(), id: before.id })
  const { id, sectionId } = await makeDraft([], tester, '2026-03-01')
  await add(sectionId, { url: 'https://example.org/First', blurb: 'By Acme.' })
  const employerNames = ['Acme']
  await db().publication.update({
    where: { id: 1 },
    data: { employerNames, blockingFindings: ['item-past'] },
  })
  await expect(publishIssue(tester, { ...call(), id })).rejects.toMatchObject({
    detail: { findings: [{ code: 'item-past', level: 'block' }] },
  })
  await db().publication.update({ where: { id: 1 }, data: { blockingFindings: ['link-text'] } })
  await publishIssue(tester, { ...call(), id })
})

test('is not a sponsor’s to see', async () => {
  const { id } = await makeDraft([])
  await expect(loadChecks(await makePerson('SPONSOR'), id)).rejects.toMatchObject({ code: 'not_found' })
})
