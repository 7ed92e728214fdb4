import type { Metadata } from 'next'
import { FoundPageView } from '@/components/reader/found-page'
import type { TermKind } from '@/lib/archive/schema'
import { notFound } from '@/lib/errors/app-error'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { termPath } from '@/lib/render/found-paths'
import { wordsOf } from '@/lib/render/words/words-of'
import { loadItemsUnder, loadPublication } from './load'
import { pageMetadata } from './page-metadata'

export type FoundProps = { params: Promise<{ term: string; item?: string }> }

/** The server has found it before this page is asked for; it is gone only if withdrawn in between. */
async function load(kind: TermKind, { params }: FoundProps) {
  const { term, item = null } = await params
  const [publication, found] = await Promise.all([
    loadPublication(),
    loadItemsUnder(kind, decodeURIComponent(term), item),
  ])
  if (!found) throw notFound('page')
  return { publication, found, item }
}

/** Head of a page of what is found under a topic, by an author or leading to a site. */
export async function foundMetadata(kind: TermKind, props: FoundProps): Promise<Metadata> {
  const { publication, found, item } = await load(kind, props)
  const { name, slug } = found.term
  const words = wordsOf(publication.lang).found
  const path = termPath(kind, slug)
  return pageMetadata({
    publication,
    path: item ? `${path}/after/${item}` : path,
    feed: { of: { path }, title: `${name} · ${publication.name}` },
    title: item ? `${name} · ${words.older}` : name,
    description: words.everything(name),
  })
}

/** A page of what is found under a topic, by an author or leading to a site. */
export async function foundPage(kind: TermKind, props: FoundProps) {
  const { publication, found, item } = await load(kind, props)
  return (
    <PageFrame publication={publication}>
      <FoundPageView kind={kind} found={found} isLater={item !== null} around={publication} />
    </PageFrame>
  )
}
