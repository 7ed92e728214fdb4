import { findItemsUnder, listTopics } from '@/lib/archive/found-queries'
import { findArchivedItem } from '@/lib/archive/item-queries'
import { findArchivedIssue, listIssuesOf, listYears } from '@/lib/archive/queries'
import { newestYears } from '@/lib/archive/rules'
import { readPublication } from '@/lib/publication/queries'
import { matchRoute } from '@/server/http/match-route'
import { resolveRecord } from '@/server/http/resolve-record'
import type { HttpClient } from './http'
import type { Operation, Seeded } from './operations'

/** What a reader waits for a page that isn't in memory, in ms. */
const FILL_AIM = 25
/** From one issue to the next that is asked for, so that each run is of another. */
const STRIDE = 7
/** Issues, sites and topics that are asked for in turn: few enough to be in the smallest archive. */
const FEW = 20
const RUNS = 100

/** Gets a page. @throws Error when it isn't there */
export async function ask(client: HttpClient, path: string): Promise<void> {
  const { status } = await client.get(path)
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
}

type Page = {
  name: string
  runs?: number
  path: (run: number) => string
  read: (run: number) => Promise<unknown>
}

/** Readers' pages, each made anew by a server that keeps none. */
export function pages({ published }: Seeded): Operation[] {
  const indexes = Array.from({ length: FEW }, (_, at) => Math.floor((at * published.length) / FEW))
  // As many in each archive, all over it: what was shown before has texts that are read already.
  const issue = (run: number) => published[indexes[run % FEW] ?? 0]
  const others = published.filter((_, index) => !indexes.includes(index))
  const other = (run: number) => others[(run * STRIDE) % others.length]
  const itemId = (run: number) => published[(run * STRIDE) % published.length]?.itemIds[run % 15] ?? ''
  const all: Page[] = [
    {
      name: 'issue page, made anew',
      path: (run) => `/issues/${issue(run)?.slug}`,
      read: (run) => findArchivedIssue(issue(run)?.slug ?? ''),
    },
    {
      name: 'issue page, made for the first time',
      runs: Math.min(RUNS, others.length),
      path: (run) => `/issues/${other(run)?.slug}`,
      read: (run) => findArchivedIssue(other(run)?.slug ?? ''),
    },
    {
      name: 'archive page, made anew',
      path: () => '/issues',
      read: async () => {
        const newest = newestYears(await listYears())
        return newest && listIssuesOf(newest.from, newest.to)
      },
    },
    {
      name: 'item page, made anew',
      path: (run) => `/items/${itemId(run)}`,
      read: (run) => findArchivedItem(itemId(run)),
    },
    {
      name: 'site page, made anew',
      path: (run) => `/sites/site-${run % FEW}.example`,
      read: (run) => findItemsUnder('SITE', `site-${run % FEW}.example`),
    },
    {
      name: 'topic page, made anew',
      path: (run) => `/topics/topic-${run % FEW}`,
      read: (run) => findItemsUnder('TOPIC', `topic-${run % FEW}`),
    },
    { name: 'list of topics, made anew', path: () => '/topics', read: listTopics },
  ]
  return all.map(({ name, runs = RUNS, path, read }) => ({
    name,
    runs,
    aim: FILL_AIM,
    anew: true,
    call: async (run) => async () => {
      await resolveRecord(matchRoute(path(run)), path(run))
      await readPublication()
      await read(run)
    },
    http: async (run, client) => () => ask(client, path(run)),
  }))
}
