import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { undoMove } from '@/lib/captures/commands/undo-move'
import { db } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { findBeginnings } from './find-beginnings'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const call = () => ({ commandId: randomUUID() })
const url = 'https://tides.example/why-tides-turn'
const variant = 'http://www.tides.example/why-tides-turn/?utm_source=x'
const sent = makeItem({ url, headline: 'Why tides turn' })

/** Issues a week apart, each with these items. */
async function publish(issues = 1, items = [sent]): Promise<void> {
  for (let at = 0; at < issues; at += 1) {
    const number = 39 - at
    const date = new Date(Date.UTC(2026, 4, 3 - 7 * at)).toISOString().slice(0, 10)
    const issue = { number, slug: `issue-${number}`, title: `Tide Table #${number}`, date }
    const sections = [
      makeSection({
        title: 'Links',
        items: items.map((item) => ({ ...item, id: at ? randomUUID() : item.id })),
      }),
    ]
    await makePublishedIssue(makeDocument({ issue, sections }))
  }
}

async function place(sectionId: string, ...ids: string[]) {
  const captures = ids.map((id) => ({ id, itemId: randomUUID() }))
  const { moveId } = await placeCaptures(
    tester,
    { ...call(), sectionId, place: {}, captures },
    findBeginnings,
  )
  const items = await db().item.findMany({
    where: { id: { in: captures.map(({ itemId }) => itemId) } },
    orderBy: { position: 'asc' },
  })
  return { moveId, blurbs: items.map(({ blurb }) => blurb) }
}
const draft = () => makeDraft([], tester, '2026-05-10')

it('a rerun out of the inbox begins as a follow-up, and what is new or has words of its own does not', async () => {
  await publish()
  const { sectionId } = await draft()
  const followUp = `Follow-up to [#39](${env().APP_URL}/items/${sent.id}): `
  const rerun = await makeCapture({ url: variant })
  const placed = await place(
    sectionId,
    rerun,
    await makeCapture({ url, note: 'The moon.' }),
    await makeCapture({ url }),
    await makeCapture({ url: 'https://tides.example/new' }),
  )
  expect(placed.blurbs).toEqual([followUp, 'The moon.', followUp, ''])
  await undoMove(tester, { ...call(), moveId: placed.moveId })
  expect(await db().capture.findUniqueOrThrow({ where: { id: rerun } })).toMatchObject({
    note: '',
    version: 0,
  })
})

it('no row of a list, no quote, no page of an exempt host or status page, and no link of every issue begins so', async () => {
  const items = [
    sent,
    ...['https://status.tides.example/4', 'https://jobs.example/1'].map((to) => makeItem({ url: to })),
  ]
  await publish(1, items)
  await db().publication.update({ where: { id: 1 }, data: { exemptHosts: ['jobs.example'] } })
  const { sectionId } = await draft()
  const quote = await makeCapture({ url })
  await db().capture.update({ where: { id: quote }, data: { extras: { kind: 'quote' } } })
  const [, status, job] = await Promise.all(items.map((item) => makeCapture({ url: item.url ?? '' })))
  expect((await place(sectionId, quote, status ?? '', job ?? '')).blurbs).toEqual(['', '', ''])
  await db().section.update({ where: { id: sectionId }, data: { layout: 'list' } })
  expect((await place(sectionId, await makeCapture({ url }))).blurbs).toEqual([''])
  await database.empty()
  await makePublication()
  await publish(3)
  expect((await place((await draft()).sectionId, await makeCapture({ url }))).blurbs).toEqual([''])
})

it('nor does what comes into a section that repeats as a matter of course', async () => {
  const rows = Array.from({ length: 15 }, (_, at) => makeItem({ url: `https://events.example/${at}` }))
  await publish(2, [sent, ...rows])
  const other = await draft()
  expect((await place(other.sectionId, await makeCapture({ url }))).blurbs).toEqual([''])
  await db().section.update({ where: { id: other.sectionId }, data: { title: 'Elsewhere' } })
  expect((await place(other.sectionId, await makeCapture({ url }))).blurbs).toEqual([
    expect.stringMatching(/^Follow-up/),
  ])
})
