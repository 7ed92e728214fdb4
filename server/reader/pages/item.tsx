import { ItemView } from '@/components/reader/item-view'
import { readAround } from '@/lib/archive/around-queries'
import { findArchivedItem } from '@/lib/archive/item-queries'
import { today } from '@/lib/clock/clock'
import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { itemPath } from '@/lib/render/found-paths'
import { issuePath } from '@/lib/render/issue-path'
import { itemTitle } from '@/lib/render/item-title'
import { JsonLd } from '@/lib/render/json-ld/json-ld'
import { breadcrumbsNode, itemNode } from '@/lib/render/json-ld/nodes'
import { plainSummary } from '@/lib/render/markdown/plain-summary'
import { wordsOf } from '@/lib/render/words/words-of'
import type { Asked, Page } from '@/server/reader/made'

const SUMMARY_LETTERS = 200

/** `/items/ID`: one item with all mentions of its link. @throws AppError not_found if it was withdrawn since it was resolved */
export async function makeItemPage({ params: { item: id = '' } }: Asked): Promise<Page> {
  const [publication, found] = await Promise.all([readAround(), findArchivedItem(id)])
  if (!found) throw notFound('item')
  const { item, issue, lang } = found
  const where = { publication, origin: env().APP_URL }
  const title = itemTitle(item, issue.title, wordsOf(publication.lang))
  const path = itemPath(item.id)
  const crumbs = [
    { name: issue.title, path: issuePath(issue.slug) },
    { name: title, path },
  ]
  return {
    publication,
    head: { path, title, description: plainSummary(item.blurb, SUMMARY_LETTERS) || issue.title },
    content: (
      <>
        <JsonLd nodes={[itemNode(item, issue, lang, where.origin), breadcrumbsNode(crumbs, where)]} />
        <ItemView found={found} around={publication} today={today()} />
      </>
    ),
  }
}
