import { FoundPageView } from '@/components/reader/found-page'
import { readAround } from '@/lib/archive/around-queries'
import { findItemsUnder } from '@/lib/archive/found-queries'
import type { TermKind } from '@/lib/archive/schema'
import { notFound } from '@/lib/errors/app-error'
import { termPath } from '@/lib/render/found-paths'
import { wordsOf } from '@/lib/render/words/words-of'
import type { Asked, Page } from '@/server/reader/made'

/**
 * Makes pages of what is found under a topic, by an author or leading to a site: the first, and those that begin after
 * an item. They throw AppError not_found if all of it was withdrawn since it was resolved.
 */
export function foundPages(kind: TermKind) {
  return async ({ params: { term = '', item } }: Asked): Promise<Page> => {
    const [publication, found] = await Promise.all([readAround(), findItemsUnder(kind, term, item ?? null)])
    if (!found) throw notFound('page')
    const { name, slug } = found.term
    const words = wordsOf(publication.lang).found
    const path = termPath(kind, slug)
    return {
      publication,
      head: {
        path: item ? `${path}/after/${item}` : path,
        feed: { of: { path }, title: `${name} · ${publication.name}` },
        title: item ? `${name} · ${words.older}` : name,
        description: words.everything(name),
      },
      content: <FoundPageView kind={kind} found={found} isLater={item !== undefined} around={publication} />,
    }
  }
}
