import type { Metadata } from 'next'
import { loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { FollowList } from '@/components/reader/follow-list'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { allItems } from '@/lib/render/feed/feed-path'
import { wordsOf } from '@/lib/render/words/words-of'
import { readSearchChoices } from '@/lib/search/choices'

/** The sections that most items stand in: of one-off titles nobody wants a feed. */
const MOST_SECTIONS = 20

export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const words = wordsOf(publication.lang)
  const { follow: title, how: description } = words.follow
  const feed = { of: allItems, title: `${words.everyLink} · ${publication.name}` }
  return pageMetadata({ publication, path: '/follow', title, description, feed })
}

export default async function FollowPage() {
  const [publication, { sections }] = await Promise.all([loadPublication(), readSearchChoices()])
  return (
    <PageFrame publication={publication}>
      <FollowList sections={sections.slice(0, MOST_SECTIONS)} around={publication} />
    </PageFrame>
  )
}
