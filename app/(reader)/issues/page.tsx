import type { Metadata } from 'next'
import { loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ArchiveList } from '@/components/reader/archive-list'
import { NothingYet } from '@/components/reader/nothing-yet'
import { listArchive } from '@/lib/archive/queries'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const words = wordsOf(publication.lang)
  const description = words.everyIssue(publication.name)
  return pageMetadata({ publication, path: '/issues', title: words.archive, description })
}

export default async function ArchivePage() {
  const [publication, entries] = await Promise.all([loadPublication(), listArchive()])
  const words = wordsOf(publication.lang)
  return (
    <PageFrame publication={publication}>
      {entries.length > 0 ? (
        <>
          <header className="issue-head" {...spoken(words, publication)}>
            <p className="eyebrow">{words.issues(entries.length)}</p>
            <h1>{words.archive}</h1>
          </header>
          <ArchiveList entries={entries} around={publication} />
        </>
      ) : (
        <NothingYet title={words.archive} around={publication} />
      )}
    </PageFrame>
  )
}
