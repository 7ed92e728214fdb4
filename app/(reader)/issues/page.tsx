import type { Metadata } from 'next'
import { loadPublication, loadYears } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ArchiveList } from '@/components/reader/archive-list'
import { NothingYet } from '@/components/reader/nothing-yet'
import { listIssuesOf } from '@/lib/archive/queries'
import { newestYears } from '@/lib/archive/rules'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { allItems } from '@/lib/render/feed/feed-path'
import { wordsOf } from '@/lib/render/words/words-of'

export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const words = wordsOf(publication.lang)
  const description = words.everyIssue(publication.name)
  const feed = { of: allItems, title: `${words.everyLink} · ${publication.name}` }
  return pageMetadata({ publication, path: '/issues', title: words.archive, description, feed })
}

export default async function ArchivePage() {
  const [publication, years] = await Promise.all([loadPublication(), loadYears()])
  const newest = newestYears(years)
  return (
    <PageFrame publication={publication}>
      {newest ? (
        <ArchiveList
          years={years}
          entries={await listIssuesOf(newest.from, newest.to)}
          around={publication}
        />
      ) : (
        <NothingYet title={wordsOf(publication.lang).archive} around={publication} />
      )}
    </PageFrame>
  )
}
