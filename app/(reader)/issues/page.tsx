import type { Metadata } from 'next'
import { loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ArchiveList } from '@/components/reader/archive-list'
import { NothingYet } from '@/components/reader/nothing-yet'
import { listArchive } from '@/lib/archive/queries'
import { PageFrame } from '@/lib/render/blocks/page-frame'

export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const description = `Every issue of ${publication.name}, newest first.`
  return pageMetadata({ publication, path: '/issues', title: 'Archive', description })
}

export default async function ArchivePage() {
  const [publication, entries] = await Promise.all([loadPublication(), listArchive()])
  const { lang, dir } = publication
  return (
    <PageFrame publication={publication}>
      {entries.length > 0 ? (
        <>
          <header className="issue-head">
            <p className="eyebrow">{entries.length === 1 ? '1 issue' : `${entries.length} issues`}</p>
            <h1>Archive</h1>
          </header>
          <ArchiveList entries={entries} lang={lang} dir={dir} />
        </>
      ) : (
        <NothingYet title="Archive" />
      )}
    </PageFrame>
  )
}
