import type { Metadata } from 'next'
import { loadIssue, loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { findWays } from '@/lib/archive/ways-queries'
import { sponsorLinksIn } from '@/lib/clicks/queries'
import { today } from '@/lib/clock/clock'
import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { issuePath } from '@/lib/render/issue-path'
import { summaryOf } from '@/lib/render/issue-summary'
import { IssueView } from '@/lib/render/issue-view'
import { JsonLd } from '@/lib/render/json-ld/json-ld'
import { breadcrumbsNode, issueNode } from '@/lib/render/json-ld/nodes'
import { wordsOf } from '@/lib/render/words/words-of'

type Props = { params: Promise<{ slug: string }> }

/** The server has found the issue before this page is asked for; it is gone only if withdrawn in between. */
async function load({ params }: Props) {
  const { slug } = await params
  const [publication, issue] = await Promise.all([loadPublication(), loadIssue(decodeURIComponent(slug))])
  if (!issue) throw notFound('issue')
  return { publication, ...issue }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { publication, document } = await load(props)
  const { title, slug, publishedAt, updatedAt } = document.issue
  const path = issuePath(slug)
  return pageMetadata({
    publication,
    path,
    title,
    description: summaryOf(document),
    forms: { 'text/markdown': `${path}.md`, 'application/json': `${path}.json` },
    card: `${path}/card.png`,
    article: { publishedTime: publishedAt, modifiedTime: updatedAt },
  })
}

export default async function IssuePage(props: Props) {
  const { publication, ...issue } = await load(props)
  const { document, neighbours } = issue
  const [sponsorLinks, ways] = await Promise.all([sponsorLinksIn([document]), findWays(issue)])
  const where = { publication, origin: env().APP_URL }
  const { title, slug } = document.issue
  const crumbs = [
    { name: wordsOf(publication.lang).archive, path: '/issues' },
    { name: title, path: issuePath(slug) },
  ]
  return (
    <PageFrame publication={publication}>
      <JsonLd nodes={[issueNode(document, where), breadcrumbsNode(crumbs, where)]} />
      <IssueView
        document={document}
        publication={publication}
        neighbours={neighbours}
        sponsorLinks={sponsorLinks}
        ways={ways}
        today={today()}
      />
    </PageFrame>
  )
}
