import type { Metadata } from 'next'
import { loadPublication, loadYears } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ArchiveList } from '@/components/reader/archive-list'
import { listIssuesOf } from '@/lib/archive/queries'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { yearPath } from '@/lib/render/found-paths'
import { wordsOf } from '@/lib/render/words/words-of'

type Props = { params: Promise<{ year: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [publication, { year }] = await Promise.all([loadPublication(), params])
  const words = wordsOf(publication.lang)
  const description = words.found.everything(`${publication.name}, ${year}`)
  return pageMetadata({ publication, path: yearPath(year), title: words.found.archiveOf(year), description })
}

export default async function YearPage({ params }: Props) {
  const [publication, years, { year }] = await Promise.all([loadPublication(), loadYears(), params])
  return (
    <PageFrame publication={publication}>
      <ArchiveList years={years} year={year} entries={await listIssuesOf(year, year)} around={publication} />
    </PageFrame>
  )
}
