import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { loadDraftIn } from '@/lib/issues/load-draft'
import type { IssueDraft } from '@/lib/issues/schema'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { addSection } from './add-section'
import { createIssue } from './create-issue'
import { duplicateIssue } from './duplicate-issue'
import { saveIssue } from './save-issue'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()
const shape = (draft: IssueDraft | null) =>
  draft?.sections.map(({ title, layout, items }) => [title, layout, items.map(({ headline }) => headline)])

async function makeSource() {
  const made = await makeDraft(['A', 'B'])
  const list = { id: randomUUID(), issueId: made.id, title: 'Own', layout: 'list' as const, place: {} }
  await addSection(tester, { commandId: commandId(), ...list })
  const fields = { intro: 'Hello.', outro: 'Bye.', preheader: 'Of waves.', lang: 'fr' }
  await saveIssue(tester, { commandId: commandId(), id: made.id, version: 0, fields })
  return made
}

describe('an issue begun from another one', () => {
  test('has its sections in their order, and a name and date of its own', async () => {
    const { id } = await makeSource()
    const made = await duplicateIssue(tester, {
      commandId: commandId(),
      id,
      texts: false,
      date: '2031-05-04',
    })
    expect(made).toMatchObject({ number: 2, slug: 'issue-2', date: '2031-05-04' })
    const draft = await loadDraftIn(db(), made.id)
    expect(draft).toMatchObject({ state: 'DRAFT', title: 'Tide Table Issue #2', intro: '', lang: 'fr' })
    expect(shape(draft)).toEqual([
      ['Articles', 'articles', []],
      ['Outages', 'list', []],
      ['Links', 'articles', []],
      ['Own', 'list', []],
    ])
  })

  test('has its texts too where that is wanted, as items of its own', async () => {
    const { id, items } = await makeSource()
    const made = await duplicateIssue(tester, { commandId: commandId(), id, texts: true })
    const draft = await loadDraftIn(db(), made.id)
    expect(draft).toMatchObject({ intro: 'Hello.', outro: 'Bye.', preheader: 'Of waves.' })
    expect(shape(draft)?.[2]).toEqual(['Links', 'articles', ['A', 'B']])
    expect(draft?.sections[2]?.items.some((item) => items.includes(item.id))).toBe(false)
    expect(draft?.sections[2]?.items[0]).toMatchObject({ url: 'https://example.org/A', blurb: 'About A.' })
  })

  test('opens what was planned on its date, and is made once', async () => {
    const { id } = await makeSource()
    const date = '2031-05-04'
    const planned = await createIssue(tester, { commandId: commandId(), as: 'PLANNED', date })
    const call = { commandId: commandId(), id, texts: false, date }
    const made = await duplicateIssue(tester, call)
    expect(made.id).toBe(planned.id)
    expect(await duplicateIssue(tester, call)).toEqual(made)
    await expect(duplicateIssue(tester, { ...call, commandId: commandId() })).resolves.toMatchObject({
      number: 3,
    })
  })

  test('can’t be begun from a date that nobody wrote in', async () => {
    const { id } = await createIssue(tester, { commandId: commandId(), as: 'PLANNED', date: '2031-05-04' })
    await expect(duplicateIssue(tester, { commandId: commandId(), id, texts: false })).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })
})
