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
/** Sites and topics that are asked for in turn: few enough to be in the smallest archive. */
const TERMS = 20

/** Gets a page. @throws Error when it isn't there */
export async function ask(client: HttpClient, path: string): Promise<void> {
  const { status } = await client.get(path)
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
}

type Page = { name: string; path: (run: number) => string; read: (run: number) => Promise<unknown> }

/** Readers' pages, each made anew by a server that keeps none. */
export function pages({ published }: Seeded): Operation[] {
  const issue = (run: number) => published[(run * STRIDE) % published.length]
  const itemId = (run: number) => issue(run)?.itemIds[run % 15] ?? ''
  const all: Page[] = [
    {
      name: 'issue page',
      path: (run) => `/issues/${issue(run)?.slug}`,
      read: (run) => findArchivedIssue(issue(run)?.slug ?? ''),
    },
    {
      name: 'archive page',
      path: () => '/issues',
      read: async () => {
        const newest = newestYears(await listYears())
        return newest && listIssuesOf(newest.from, newest.to)
      },
    },
    {
      name: 'item page',
      path: (run) => `/items/${itemId(run)}`,
      read: (run) => findArchivedItem(itemId(run)),
    },
    {
      name: 'site page',
      path: (run) => `/sites/site-${run % TERMS}.example`,
      read: (run) => findItemsUnder('SITE', `site-${run % TERMS}.example`),
    },
    {
      name: 'topic page',
      path: (run) => `/topics/topic-${run % TERMS}`,
      read: (run) => findItemsUnder('TOPIC', `topic-${run % TERMS}`),
    },
    { name: 'list of topics', path: () => '/topics', read: listTopics },
  ]
  return all.map(({ name, path, read }) => ({
    name: `${name}, made anew`,
    runs: 100,
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
