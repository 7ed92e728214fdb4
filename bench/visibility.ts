import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { db } from '@/lib/db/db'
import type { HttpClient } from './http'
import { type Spread, spreadOf } from './measure'
import type { SeededIssue } from './seed'

const RUNS = 30
const GIVEN_UP_MS = 10_000
/** Asked without a pause, the page would take a core from those who publish and make it. */
const PAUSE_MS = 5

/** Asks for a page until it shows a text. @returns after how many milliseconds it did */
async function untilShown(client: HttpClient, path: string, text: string, since: number): Promise<number> {
  while (performance.now() - since < GIVEN_UP_MS) {
    const { body } = await client.get(path)
    if (body.includes(text)) return performance.now() - since
    await wait(PAUSE_MS)
  }
  throw new Error(`${path} did not show what was published`)
}

/**
 * From the press to publish at one server until its page shows it there and at a second one, both of which had the page
 * in memory. In milliseconds, the publishing itself included.
 */
export async function measureVisibility(
  publisher: HttpClient,
  other: HttpClient,
  issues: SeededIssue[],
): Promise<{ here: Spread; everywhere: Spread }> {
  const times = { here: [] as number[], everywhere: [] as number[] }
  for (let run = 0; run < RUNS; run += 1) {
    const issue = issues[run % issues.length]
    if (!issue) throw new Error('No issue was published')
    const path = `/issues/${issue.slug}`
    for (const client of [publisher, other]) await client.get(path)
    const headline = `Corrected ${randomUUID()}`
    await db().item.update({ where: { id: issue.itemIds[0] ?? '' }, data: { headline } })
    const started = performance.now()
    const elsewhere = untilShown(other, path, headline, started)
    await publisher.write('POST', `/api/issues/${issue.id}/publish`, { commandId: randomUUID() })
    const [here, there] = await Promise.all([untilShown(publisher, path, headline, started), elsewhere])
    times.here.push(here)
    times.everywhere.push(Math.max(here, there))
  }
  return { here: spreadOf(times.here), everywhere: spreadOf(times.everywhere) }
}
