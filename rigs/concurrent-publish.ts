import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { untilWaiting } from '@/lib/testing/waiting'
import type { Rig } from './rig'
import { startWorkers, type Worker, WorkerError } from './workers/pool'

const AT_ONCE = 50
const sizes = { full: { rounds: 100, processes: 5 }, short: { rounds: 4, processes: 2 } }

type Outcome = { id: string; edition: number | null; code: string | null }

/**
 * Fifty presses: half of them name the edition they mean, and each fifth is the retry of another with the same
 * command id, sent through another process.
 */
function presses(workers: Worker[], issueId: string): Promise<Outcome[]> {
  const ids = Array.from({ length: AT_ONCE }, () => randomUUID())
  const calls = ids.map(async (own, index): Promise<Outcome> => {
    const id = index % 5 === 4 ? (ids[index - 1] ?? own) : own
    const meant = index % 2 === 0 ? { edition: 1 } : {}
    const worker = workers[index % workers.length] as Worker
    try {
      const { edition } = await worker.call('publish', { commandId: id, id: issueId, ...meant })
      return { id, edition, code: null }
    } catch (error) {
      if (error instanceof WorkerError) return { id, edition: null, code: error.code }
      throw error
    }
  })
  return Promise.all(calls)
}

/** Holds the issue's row until as many as can are waiting for it, so that all of them go at one moment. */
async function fromOneMoment<T>(issueId: string, run: () => Promise<T>): Promise<T> {
  const client = await pgPool().connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT 1 FROM "Issue" WHERE "id" = $1 FOR UPDATE', [issueId])
    const running = run()
    await untilWaiting(AT_ONCE / 2)
    await client.query('COMMIT')
    return await running
  } finally {
    client.release()
  }
}

async function judge(issueId: string, outcomes: Outcome[], generationBefore: number): Promise<string[]> {
  const made = outcomes.filter((outcome) => outcome.edition !== null)
  const refusals = new Set(outcomes.flatMap((outcome) => outcome.code ?? []))
  const editions = await db().edition.count({ where: { issueId } })
  const audits = await db().auditEvent.count({ where: { subjectId: issueId, action: 'publish-edition' } })
  const archived = await db().archivedIssue.count({ where: { issueId } })
  const generation = await readGeneration()
  return [
    editions === 1 ? '' : `${editions} editions`,
    audits === 1 ? '' : `${audits} audit rows of an edition`,
    archived === 1 ? '' : `${archived} rows in the archive`,
    generation === generationBefore + 1 ? '' : `the generation rose by ${generation - generationBefore}`,
    new Set(made.map((outcome) => outcome.id)).size === 1
      ? ''
      : `${made.length} presses were told of success`,
    made.every((outcome) => outcome.edition === 1) ? '' : 'a press was told of another edition',
    [...refusals].every((code) => code === 'wrong_state') ? '' : `refused with ${[...refusals]}`,
  ].filter((breach) => breach !== '')
}

const readGeneration = async () =>
  (await db().publication.findUniqueOrThrow({ where: { id: 1 }, select: { generation: true } })).generation

export const concurrentPublish: Rig = {
  name: 'concurrent publish',
  bar: `${AT_ONCE} publishes of one issue at once, ${sizes.full.rounds} rounds: one edition each`,
  run: async ({ full }) => {
    const { rounds, processes } = full ? sizes.full : sizes.short
    await makePublication()
    const { workers, stop } = await startWorkers(processes, AT_ONCE / processes)
    const breaches: string[] = []
    let answered = 0
    try {
      for (let round = 0; round < rounds; round += 1) {
        const { id } = await makeDraft(['First', 'Second'])
        const before = await readGeneration()
        const press = () => presses(workers, id)
        const outcomes = await (round % 2 === 0 ? fromOneMoment(id, press) : press())
        answered += outcomes.length
        breaches.push(...(await judge(id, outcomes, before)).map((breach) => `round ${round}: ${breach}`))
      }
    } finally {
      await stop()
    }
    return { rounds, breaches, figure: `${answered} presses in ${processes} processes, ${rounds} editions` }
  },
}
