import type { Metadata } from 'next'
import { NothingYet } from '@/components/reader/nothing-yet'
import { findWays } from '@/lib/archive/ways-queries'
import { sponsorLinksIn } from '@/lib/clicks/queries'
import { today } from '@/lib/clock/clock'
import { env } from '@/lib/env/env'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { issuePath } from '@/lib/render/issue-path'
import { summaryOf } from '@/lib/render/issue-summary'
import { IssueView } from '@/lib/render/issue-view'
import { JsonLd } from '@/lib/render/json-ld/json-ld'
import { periodicalNode } from '@/lib/render/json-ld/nodes'
import { loadLatestIssue, loadPublication } from './load'
import { pageMetadata } from './page-metadata'

export async function generateMetadata(): Promise<Metadata> {
  const [publication, latest] = await Promise.all([loadPublication(), loadLatestIssue()])
  const { name, tagline } = publication
  const description = tagline || (latest ? summaryOf(latest.document) : '')
  return pageMetadata({ publication, path: '/', title: name, description })
}

export default async function FrontPage() {
  const [publication, latest] = await Promise.all([loadPublication(), loadLatestIssue()])
  const { APP_URL: origin } = env()
  const [sponsorLinks, ways] = await Promise.all([
    sponsorLinksIn(latest ? [latest.document] : []),
    latest ? findWays(latest) : undefined,
  ])
  return (
    <PageFrame publication={publication} tagline>
      <JsonLd nodes={[periodicalNode({ publication, origin })]} />
      {latest ? (
        <IssueView
          document={latest.document}
          publication={publication}
          neighbours={latest.neighbours}
          sponsorLinks={sponsorLinks}
          {...(ways ? { ways } : {})}
          today={today()}
          href={issuePath(latest.document.issue.slug)}
        />
      ) : (
        <NothingYet title={publication.name} around={publication} />
      )}
    </PageFrame>
  )
}
