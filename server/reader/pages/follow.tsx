import { FollowList } from '@/components/reader/follow-list'
import { readAround } from '@/lib/archive/around-queries'
import { allItems } from '@/lib/render/feed/feed-path'
import { wordsOf } from '@/lib/render/words/words-of'
import { readSearchChoices } from '@/lib/search/choices'
import type { Page } from '@/server/reader/made'

/** The sections that most items stand in: of one-off titles nobody wants a feed. */
const MOST_SECTIONS = 20

/** `/follow`: every way to hear of what is published. */
export async function makeFollowPage(): Promise<Page> {
  const [publication, { sections }] = await Promise.all([readAround(), readSearchChoices()])
  const { follow, everyLink } = wordsOf(publication.lang)
  return {
    publication,
    head: {
      path: '/follow',
      title: follow.follow,
      description: follow.how,
      feed: { of: allItems, title: `${everyLink} · ${publication.name}` },
    },
    content: <FollowList sections={sections.slice(0, MOST_SECTIONS)} around={publication} />,
  }
}
