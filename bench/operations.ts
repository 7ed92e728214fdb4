import { randomUUID } from 'node:crypto'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { readInventory } from '@/lib/inventory/queries'
import { moveItem } from '@/lib/issues/commands/move-item'
import { saveItem } from '@/lib/issues/commands/save-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { countOpenRequests } from '@/lib/storefront/list-requests'
import type { HttpClient } from './http'
import { ask, pages } from './pages'
import type { SeededIssue } from './seed'

const actor = systemActor('bench')

/** One run of an operation: `prepare` is not timed, and runs in the database that both ways share. */
export type Operation = {
  name: string
  runs: number
  /** Asked of a server that keeps no page. */
  anew?: boolean
  /** p95 in ms that we aim at; null for none. */
  aim: number | null
  /** As a call of the command or query in this process. */
  call: (run: number) => Promise<() => Promise<unknown>>
  /** Through the server, by a person's browser. */
  http: (run: number, client: HttpClient) => Promise<() => Promise<unknown>>
}

export type Seeded = { published: SeededIssue[]; drafts: SeededIssue[] }

const at = <T>(list: T[], index: number): T => list[index % list.length] as T
/** The two ways of an operation work on different issues, so that neither meets the other's rows. */
const halves = (issues: SeededIssue[]) => [
  issues.filter((_, index) => index % 2 === 0),
  issues.filter((_, index) => index % 2 === 1),
]

/** The sponsors' calendar of two years and four placements. */
function calendar(): Operation {
  return {
    name: 'sponsors’ calendar',
    runs: 100,
    aim: 60,
    call: async () => async () => {
      await readInventory(actor)
      await countOpenRequests(actor)
    },
    http: async (_run, client) => () => ask(client, '/admin/sponsors?view=calendar'),
  }
}

const newBlurb = (run: number) => ({
  blurb: `What somebody just typed, for the ${run}th time, and a little more.`,
})
const versionOf = async (id: string) =>
  (await db().item.findUniqueOrThrow({ where: { id }, select: { version: true } })).version

function autosave({ drafts }: Seeded): Operation {
  const input = async (issue: SeededIssue, run: number) => {
    const id = at(issue.itemIds, run)
    return { id, commandId: randomUUID(), version: await versionOf(id), fields: newBlurb(run) }
  }
  return {
    name: 'autosave',
    runs: 300,
    aim: 25,
    call: async (run) => {
      const save = await input(at(drafts, 0), run)
      return () => saveItem(actor, save)
    },
    http: async (run, client) => {
      const { id, ...body } = await input(at(drafts, 1), run)
      return () => client.write('PATCH', `/api/items/${id}`, body)
    },
  }
}

function reorder({ drafts }: Seeded): Operation {
  const input = (issue: SeededIssue, run: number) => {
    const ids = issue.itemIds.slice(0, 10)
    const place = { after: at(ids, run * 3 + 1 + (run % 8)) }
    const id = at(ids, run * 3)
    return { id, commandId: randomUUID(), sectionId: at(issue.sectionIds, 0), place }
  }
  return {
    name: 'reorder',
    runs: 300,
    aim: 25,
    call: async (run) => () => moveItem(actor, input(at(drafts, 0), run)),
    http: async (run, client) => {
      const { id, ...body } = input(at(drafts, 1), run)
      return () => client.write('POST', `/api/items/${id}/move`, body)
    },
  }
}

function publish(name: string, runs: number, issues: SeededIssue[], change: boolean): Operation {
  const [called = [], asked = []] = halves(issues)
  const prepare = async (issue: SeededIssue, run: number) => {
    const id = issue.itemIds[0] ?? ''
    if (change) await db().item.update({ where: { id }, data: { headline: `Corrected ${run}` } })
    return { commandId: randomUUID() }
  }
  return {
    name,
    runs,
    aim: 80,
    call: async (run) => {
      const issue = at(called, run)
      const { commandId } = await prepare(issue, run)
      return () => publishIssue(actor, { commandId, id: issue.id })
    },
    http: async (run, client) => {
      const issue = at(asked, run)
      const body = await prepare(issue, run)
      return () => client.write('POST', `/api/issues/${issue.id}/publish`, body)
    },
  }
}

/** Drafts that the operations use up: two to write in, the rest to publish for the first time. */
export const FIRST_PUBLISHES = 40
export const DRAFTS = 2 + 2 * FIRST_PUBLISHES

export function operations(seeded: Seeded): Operation[] {
  return [
    ...pages(seeded),
    calendar(),
    autosave(seeded),
    reorder(seeded),
    publish('publish, first', FIRST_PUBLISHES, seeded.drafts.slice(2), false),
    publish('publish, correction', 60, seeded.published, true),
  ]
}
