import { ArchiveList } from '@/components/reader/archive-list'
import { readAround } from '@/lib/archive/around-queries'
import { listIssuesOf, listYears } from '@/lib/archive/queries'
import { yearPath } from '@/lib/render/found-paths'
import { wordsOf } from '@/lib/render/words/words-of'
import type { Asked, Page } from '@/server/reader/made'

/** `/issues/year/YEAR`: the issues of one year. */
export async function makeYearPage({ params: { year = '' } }: Asked): Promise<Page> {
  const [publication, years, entries] = await Promise.all([
    readAround(),
    listYears(),
    listIssuesOf(year, year),
  ])
  const { archiveOf, everything } = wordsOf(publication.lang).found
  return {
    publication,
    head: {
      path: yearPath(year),
      title: archiveOf(year),
      description: everything(`${publication.name}, ${year}`),
    },
    content: <ArchiveList years={years} year={year} entries={entries} around={publication} />,
  }
}
