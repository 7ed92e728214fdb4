import { NothingYet } from '@/components/reader/nothing-yet'
import { readAround } from '@/lib/archive/around-queries'
import { findLatestIssue } from '@/lib/archive/queries'
import { findWays } from '@/lib/archive/ways-queries'
import { sponsorLinksIn } from '@/lib/clicks/queries'
import { today } from '@/lib/clock/clock'
import { env } from '@/lib/env/env'
import { issuePath } from '@/lib/render/issue-path'
import { summaryOf } from '@/lib/render/issue-summary'
import { IssueView } from '@/lib/render/issue-view'
import { JsonLd } from '@/lib/render/json-ld/json-ld'
import { periodicalNode } from '@/lib/render/json-ld/nodes'
import type { Page } from '@/server/reader/made'

type Latest = NonNullable<Awaited<ReturnType<typeof findLatestIssue>>>

async function showLatest(latest: Latest, publication: Page['publication']) {
  const { document, neighbours } = latest
  const [sponsorLinks, ways] = await Promise.all([sponsorLinksIn([document]), findWays(latest)])
  return (
    <IssueView
      document={document}
      publication={publication}
      neighbours={neighbours}
      sponsorLinks={sponsorLinks}
      ways={ways}
      today={today()}
      href={issuePath(document.issue.slug)}
    />
  )
}

/** `/`: the latest issue. */
export async function makeFrontPage(): Promise<Page> {
  const [publication, latest] = await Promise.all([readAround(), findLatestIssue()])
  const { name, tagline } = publication
  const description = tagline || (latest ? summaryOf(latest.document) : '')
  return {
    publication,
    head: { path: '/', title: name, description },
    frame: { tagline: true },
    content: (
      <>
        <JsonLd nodes={[periodicalNode({ publication, origin: env().APP_URL })]} />
        {latest ? await showLatest(latest, publication) : <NothingYet title={name} around={publication} />}
      </>
    ),
  }
}
