import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { loadDraftText, previewText } from '@/lib/draft-text/queries'
import { addItem } from '@/lib/issues/commands/add-item'
import { moveItem } from '@/lib/issues/commands/move-item'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { saveItem } from '@/lib/issues/commands/save-item'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { findWandering } from '@/lib/preflight/wandering'
import { makePerson } from '@/lib/testing/actors'
import { linkFields, makeDraft, makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { saveText } from './save-text'

const database = testDatabase()
let ada: Actor
let bob: Actor
let issue: Awaited<ReturnType<typeof makeDraft>>
beforeEach(async () => {
  await database.empty()
  await makePublication()
  ;[ada, bob] = [await makePerson('EDITOR', { name: 'Ada' }), await makePerson('EDITOR', { name: 'Bob' })]
  issue = await makeDraft(['First', 'Second', 'Third'])
})

const call = () => ({ commandId: randomUUID() })
const take = async () => (await loadDraftText(ada, issue.id)).text
const put = (text: string, more: object = {}) =>
  saveText(ada, { ...call(), issueId: issue.id, text, ...more })
const look = (text: string) => previewText(ada, { issueId: issue.id, text })
const bobSaves = (index: number, fields: object) =>
  saveItem(bob, { ...call(), id: issue.items[index] ?? '', version: 0, fields })
async function items() {
  const draft = await loadDraftIn(db(), issue.id)
  return (draft?.sections ?? []).find(({ id }) => id === issue.sectionId)?.items ?? []
}
const headlines = async () => (await items()).map(({ headline }) => headline)

describe('a draft edited as one text', () => {
  test('that nobody touched changes nothing, in no row', async () => {
    const before = await loadDraftIn(db(), issue.id)
    const text = await take()
    expect((await look(text)).rows).toEqual([])
    await put(text)
    expect(await loadDraftIn(db(), issue.id)).toEqual(before)
  })
  test('changes texts, adds, moves and removes, all at once', async () => {
    const text = await take()
    const [head = '', first = '', second = '', third = ''] = text.split(/(?=^### )/m)
    const added = '### Fourth\nhttps://example.org/fourth\nTopics: ebb, flow\n\nNew here.\n\n'
    await put(`${head}${third}\n${first.replace('About First.', 'All about *First*.')}${added}`)
    expect(second).toContain('Second')
    expect(await headlines()).toEqual(['Third', 'First', 'Fourth'])
    expect((await items())[1]).toMatchObject({ id: issue.items[0], blurb: 'All about *First*.', version: 1 })
    expect((await items())[2]).toMatchObject({
      url: 'https://example.org/fourth',
      topics: ['ebb', 'flow'],
      blurb: 'New here.',
    })
  })
  test('knows beside what its words stand where the text has them', async () => {
    const [head = '', first = '', second = '', third = ''] = (await take()).split(/(?=^### )/m)
    const between = '### X\nhttps://example.org/x\n\nSpeaking of tides.\n\n'
    await put(`${head}${third}\n${first}${between}${second.replace('About', 'Another post about')}`)
    const draft = await loadDraftIn(db(), issue.id)
    const [last, above, x, below] = (await items()).map(({ id }) => id)
    expect(await headlines()).toEqual(['Third', 'First', 'X', 'Second'])
    expect(draft?.writtenBetween).toEqual({
      [x ?? '']: { above, below },
      [below ?? '']: { above: x, below: null },
    })
    expect(draft && findWandering(draft)).toEqual([])
    await put((await take()).replace('### First', '### The first').replace(/### Third[^#]+/, ''))
    const later = await loadDraftIn(db(), issue.id)
    expect(later?.writtenBetween).toEqual(draft?.writtenBetween)
    expect(last).toBe(issue.items[2])
  })
  test('is shown before it is saved, and held to what was shown', async () => {
    const text = (await take()).replace('About First.', 'All about First.')
    const { rows, seen } = await look(text)
    expect(rows).toMatchObject([
      { what: 'item', change: 'changed', name: 'First', fields: [{ label: 'Blurb' }] },
    ])
    await bobSaves(2, { blurb: 'Meanwhile.' })
    await expect(put(text, { seen })).rejects.toMatchObject({ code: 'conflict' })
    await put(text, { seen: (await look(text)).seen })
    expect((await items()).map(({ blurb }) => blurb)).toEqual([
      'All about First.',
      'About Second.',
      'Meanwhile.',
    ])
  })
})

describe('what others did since the text was taken', () => {
  test('a text that moves something says that the order becomes its own where others moved something too', async () => {
    const text = await take()
    const [head = '', first = '', second = '', third = ''] = text.split(/(?=^### )/m)
    const moved = `${head}${second}${first}${third}`
    expect((await look(moved)).overOrder).toBe(false)
    await moveItem(bob, {
      ...call(),
      id: issue.items[2] ?? '',
      sectionId: issue.sectionId,
      place: { after: null },
    })
    expect((await look(moved)).overOrder).toBe(true)
    expect((await look(text)).overOrder).toBe(false)
  })
  test('stays: other fields, other words, what they added, moved and removed', async () => {
    const text = (await take())
      .replace('About First.', 'All about First.')
      .replace('### Second', '### Seconds')
    await bobSaves(0, { headline: 'The first', blurb: 'About First. It is good.' })
    await removeItem(bob, { ...call(), id: issue.items[2] ?? '' })
    const fields = linkFields('From Bob')
    const { sectionId } = issue
    await addItem(bob, {
      ...call(),
      id: randomUUID(),
      sectionId,
      fields,
      place: { after: issue.items[0] ?? null },
    })
    await moveItem(bob, { ...call(), id: issue.items[1] ?? '', sectionId, place: { after: null } })
    await put(text)
    expect(await headlines()).toEqual(['Seconds', 'The first', 'From Bob'])
    expect((await items())[1]?.blurb).toBe('All about First. It is good.')
  })
  test('stays where a backup was restored since, and transactions are numbered anew', async () => {
    await pgPool().query(`UPDATE "PastRow" SET "until" = "until" - interval '5 hours'`)
    const taken = new Date(Date.now() - 2 * 3_600_000).toISOString()
    const text = (await take())
      .replace(/\/\d{4}-\S+Z/, `/${taken}`)
      .replace('About First.', 'All about First.')
    await bobSaves(1, { blurb: 'Theirs.' })
    await pgPool().query(`UPDATE "PastRow" SET "xact" = 3`)
    await put(text)
    expect((await items()).map(({ blurb }) => blurb)).toEqual(['All about First.', 'Theirs.', 'About Third.'])
  })
  test('in the same words is for a person to choose, and nothing is saved before', async () => {
    const text = (await take()).replace('About First.', 'All about First.').replace('About Second.', 'Mine.')
    await bobSaves(1, { blurb: 'Theirs.' })
    const clashes = [{ name: 'Second', what: 'Blurb', yours: 'Mine.', theirs: 'Theirs.' }]
    expect((await look(text)).clashes).toEqual(clashes)
    await expect(put(text)).rejects.toMatchObject({ code: 'conflict', detail: { clashes } })
    expect((await items())[0]?.blurb).toBe('About First.')
    await put(text, { prefer: 'theirs' })
    expect((await items()).map(({ blurb }) => blurb)).toEqual(['All about First.', 'Theirs.', 'About Third.'])
    await put(text, { prefer: 'yours' })
    expect((await items())[1]?.blurb).toBe('Mine.')
  })
  test('is asked about where one removed what the other wrote in', async () => {
    const text = await take()
    const without = text.replace(/^### Second[\s\S]*?(?=^### Third)/m, '')
    await bobSaves(1, { blurb: 'Theirs.' })
    await expect(put(without)).rejects.toMatchObject({ code: 'conflict' })
    await put(without, { prefer: 'theirs' })
    expect(await headlines()).toEqual(['First', 'Second', 'Third'])
    await put(without, { prefer: 'yours' })
    expect(await headlines()).toEqual(['First', 'Third'])
    const changed = text.replace('About Third.', 'Mine.')
    await removeItem(bob, { ...call(), id: issue.items[2] ?? '' })
    await expect(put(changed)).rejects.toMatchObject({ code: 'conflict' })
    await put(changed, { prefer: 'yours' })
    expect(await headlines()).toEqual(['First', 'Third'])
    expect((await items())[1]).toMatchObject({ id: issue.items[2], blurb: 'Mine.' })
  })
})

describe('a text that can’t be read', () => {
  const refusal = (message: string) => ({ code: 'invalid', message: expect.stringContaining(message) })
  test('says where and why, and changes nothing', async () => {
    const text = await take()
    const before = await loadDraftIn(db(), issue.id)
    await expect(put(text.replace(/item [0-9a-f]{8}/, 'item 00000000'))).rejects.toMatchObject(
      refusal('This issue has no item “00000000”'),
    )
    const [first = ''] = text.match(/<!-- item [0-9a-f]+ -->/) ?? []
    await expect(put(text.replace('### Second', `### Again ${first}\n\n### Second`))).rejects.toMatchObject(
      refusal('a second time'),
    )
    await expect(put(text.slice(text.indexOf('\n') + 1))).rejects.toMatchObject(refusal('first line'))
    await expect(put(text.replace(/gleaner \d+/, 'gleaner x'))).rejects.toMatchObject(refusal('first line'))
    for (const mark of ['9:1:', '0:5:', '5:9:9', '5:9:7,6', '5:9:,'])
      await expect(put(text.replace(/gleaner [\d:,]+/, `gleaner ${mark}`))).rejects.toMatchObject(
        refusal('first line'),
      )
    await expect(put(text.replace(/\/\d{4}-\d\d/, '/2026-99'))).rejects.toMatchObject(refusal('first line'))
    await expect(put(text.replace('Address: issue', 'Address: Not An Address'))).rejects.toMatchObject(
      refusal('small letters'),
    )
    await expect(put(text.replace('About First.', 'x'.repeat(70_000)))).rejects.toMatchObject(
      refusal('64 KB'),
    )
    expect(await loadDraftIn(db(), issue.id)).toEqual(before)
  })
  test('or comes from a stranger, is refused', async () => {
    const sponsor = await makePerson('SPONSOR')
    const text = await take()
    const input = { ...call(), issueId: issue.id, text }
    await expect(loadDraftText(sponsor, issue.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(previewText(sponsor, input)).rejects.toMatchObject({ code: 'not_found' })
    await expect(saveText(sponsor, input)).rejects.toMatchObject({ code: 'not_found' })
  })
})
