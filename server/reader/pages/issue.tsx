import { readAround } from '@/lib/archive/around-queries'
import { findArchivedIssue } from '@/lib/archive/queries'
import type { IssueDocument } from '@/lib/document/schema'
import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { issuePath } from '@/lib/render/issue-path'
import { summaryOf } from '@/lib/render/issue-summary'
import { JsonLd } from '@/lib/render/json-ld/json-ld'
import { breadcrumbsNode, issueNode } from '@/lib/render/json-ld/nodes'
import { wordsOf } from '@/lib/render/words/words-of'
import type { PageHead } from '@/server/reader/head'
import type { Asked, Page } from '@/server/reader/made'
import { showIssue } from './show-issue'

function headOf(document: IssueDocument): PageHead {
  const { title, slug, publishedAt, updatedAt } = document.issue
  const path = issuePath(slug)
  return {
    path,
    title,
    description: summaryOf(document),
    forms: { 'text/markdown': `${path}.md`, 'application/json': `${path}.json` },
    card: `${path}/card.png`,
    article: { publishedTime: publishedAt, modifiedTime: updatedAt },
  }
}

/** `/issues/SLUG`. @throws AppError not_found if it was withdrawn since it was resolved */
export async function makeIssuePage({ params: { slug = '' } }: Asked): Promise<Page> {
  const [publication, issue] = await Promise.all([readAround(), findArchivedIssue(slug)])
  if (!issue) throw notFound('issue')
  const { document } = issue
  const where = { publication, origin: env().APP_URL }
  const head = headOf(document)
  const crumbs = [
    { name: wordsOf(publication.lang).archive, path: '/issues' },
    { name: head.title, path: issuePath(document.issue.slug) },
  ]
  return {
    publication,
    head,
    content: (
      <>
        <JsonLd nodes={[issueNode(document, where), breadcrumbsNode(crumbs, where)]} />
        {await showIssue(issue, publication)}
      </>
    ),
  }
}
