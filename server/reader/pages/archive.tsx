import { ArchiveList } from '@/components/reader/archive-list'
import { NothingYet } from '@/components/reader/nothing-yet'
import { readAround } from '@/lib/archive/around-queries'
import { listIssuesOf, listYears } from '@/lib/archive/queries'
import { newestYears } from '@/lib/archive/rules'
import { allItems } from '@/lib/render/feed/feed-path'
import { wordsOf } from '@/lib/render/words/words-of'
import type { Page } from '@/server/reader/made'

/** `/issues`: the newest years, with the way to all others. */
export async function makeArchivePage(): Promise<Page> {
  const [publication, years] = await Promise.all([readAround(), listYears()])
  const newest = newestYears(years)
  const words = wordsOf(publication.lang)
  return {
    publication,
    head: {
      path: '/issues',
      title: words.archive,
      description: words.everyIssue(publication.name),
      feed: { of: allItems, title: `${words.everyLink} · ${publication.name}` },
    },
    content: newest ? (
      <ArchiveList years={years} entries={await listIssuesOf(newest.from, newest.to)} around={publication} />
    ) : (
      <NothingYet title={words.archive} around={publication} />
    ),
  }
}
