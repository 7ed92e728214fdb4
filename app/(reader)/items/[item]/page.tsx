import type { Metadata } from 'next'
import { loadItem, loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ItemView } from '@/components/reader/item-view'
import { today } from '@/lib/clock/clock'
import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { itemPath } from '@/lib/render/found-paths'
import { issuePath } from '@/lib/render/issue-path'
import { itemTitle } from '@/lib/render/item-title'
import { JsonLd } from '@/lib/render/json-ld/json-ld'
import { breadcrumbsNode, itemNode } from '@/lib/render/json-ld/nodes'
import { plainSummary } from '@/lib/render/markdown/plain-summary'
import { wordsOf } from '@/lib/render/words/words-of'

const SUMMARY_LETTERS = 200

type Props = { params: Promise<{ item: string }> }

/** The server has found the item before this page is asked for; it is gone only if withdrawn in between. */
async function load({ params }: Props) {
  const [publication, found] = await Promise.all([loadPublication(), loadItem((await params).item)])
  if (!found) throw notFound('item')
  return { publication, found }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { publication, found } = await load(props)
  const { item, issue } = found
  return pageMetadata({
    publication,
    path: itemPath(item.id),
    title: itemTitle(item, issue.title, wordsOf(publication.lang)),
    description: plainSummary(item.blurb, SUMMARY_LETTERS) || issue.title,
  })
}

export default async function ItemPage(props: Props) {
  const { publication, found } = await load(props)
  const { item, issue, lang } = found
  const where = { publication, origin: env().APP_URL }
  const crumbs = [
    { name: issue.title, path: issuePath(issue.slug) },
    { name: itemTitle(item, issue.title, wordsOf(publication.lang)), path: itemPath(item.id) },
  ]
  return (
    <PageFrame publication={publication}>
      <JsonLd nodes={[itemNode(item, issue, lang, where.origin), breadcrumbsNode(crumbs, where)]} />
      <ItemView found={found} around={publication} today={today()} />
    </PageFrame>
  )
}
