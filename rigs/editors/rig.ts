import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { keysAtPlace } from '@/lib/order/rules'
import { makePublication } from '@/lib/testing/issues'
import type { Rig } from '@/rigs/rig'
import { startWorkers, type Worker } from '@/rigs/workers/pool'
import { rigActor } from '@/rigs/workers/tasks'
import type { EditorLog, FinalItem, Texts } from './history'
import { judgeMoves } from './judge-moves'
import { judgeSaves } from './judge-saves'

const sizes = { full: 1000, short: 25 }
const SECTIONS = 3
const ITEMS = 4
const OPERATIONS = 6
const EDITORS = ['Ada', 'Ben']
const start: Texts = { headline: 'Start', blurb: 'Start', byline: 'Start', credit: 'Start' }

type Scene = { sectionIds: string[]; itemIds: string[]; home: Map<string, string> }

/** Three sections with four items, in an issue where more of them stand. */
async function setScene(issueId: string): Promise<Scene> {
  const last = await db().section.findFirst({
    where: { issueId },
    orderBy: { position: 'desc' },
    select: { id: true, position: true },
  })
  const keys = keysAtPlace(last ? [last] : [], {}, SECTIONS)
  const sections = keys.map((position) => ({ id: randomUUID(), issueId, position }))
  await db().section.createMany({ data: sections })
  const spots = keysAtPlace([], {}, ITEMS)
  const items = spots.map((position, index) => {
    const sectionId = sections[index % SECTIONS]?.id ?? ''
    return { id: randomUUID(), sectionId, position, ...start }
  })
  await db().item.createMany({ data: items })
  return {
    sectionIds: sections.map((section) => section.id),
    itemIds: items.map((item) => item.id),
    home: new Map(items.map((item) => [item.id, item.sectionId])),
  }
}

async function readFinal(sectionIds: string[]): Promise<FinalItem[]> {
  const items = await db().item.findMany({
    where: { sectionId: { in: sectionIds }, removedAt: null },
    orderBy: [{ sectionId: 'asc' }, { position: 'asc' }],
  })
  return items.map(({ id, sectionId, position, version, headline, blurb, byline, credit }) => ({
    id,
    sectionId,
    position,
    version,
    texts: { headline, blurb, byline, credit },
  }))
}

async function interleave(workers: Worker[], issueId: string, round: number) {
  const { sectionIds, itemIds, home } = await setScene(issueId)
  const shared = { sectionIds, itemIds, texts: start, operations: OPERATIONS }
  const logs: EditorLog[] = await Promise.all(
    workers.map((worker, index) =>
      worker.call('edit', { ...shared, seed: round * 2 + index, editor: EDITORS[index] ?? '' }),
    ),
  )
  const items = await readFinal(sectionIds)
  const failures = logs.flat().flatMap((event) => (event.kind === 'failure' ? [event] : []))
  const breaches = [
    ...failures.map(({ what, code, message }) => `a ${what} failed: ${code} ${message}`),
    ...items.flatMap((item) => judgeSaves(logs, item, start)),
    ...judgeMoves(logs, items, home),
  ]
  return { events: logs.flat(), breaches: breaches.map((breach) => `round ${round}: ${breach}`) }
}

export const interleavedEditors: Rig = {
  name: 'interleaved editors',
  bar: `${sizes.full} random interleavings of two editors’ saves and moves: no lost update, no false conflict`,
  run: async ({ full }) => {
    const rounds = full ? sizes.full : sizes.short
    await makePublication()
    const { id } = await createIssue(rigActor, { commandId: randomUUID(), as: 'DRAFT' })
    const { workers, stop } = await startWorkers(EDITORS.length, 2)
    const count = { save: 0, conflict: 0, move: 0, failure: 0 }
    const breaches: string[] = []
    try {
      for (let round = 0; round < rounds; round += 1) {
        const result = await interleave(workers, id, round)
        for (const event of result.events) count[event.kind] += 1
        breaches.push(...result.breaches)
      }
    } finally {
      await stop()
    }
    if (count.conflict === 0) breaches.push('the editors never met, so nothing was tried')
    const figure = `${count.save} saves, ${count.move} moves, ${count.conflict} conflicts, all of them real`
    return { rounds, breaches, figure }
  },
}
