import { NothingYet } from '@/components/reader/nothing-yet'
import { readAround } from '@/lib/archive/around-queries'
import { findLatestIssue } from '@/lib/archive/queries'
import { env } from '@/lib/env/env'
import { issuePath } from '@/lib/render/issue-path'
import { summaryOf } from '@/lib/render/issue-summary'
import { JsonLd } from '@/lib/render/json-ld/json-ld'
import { periodicalNode } from '@/lib/render/json-ld/nodes'
import type { Page } from '@/server/reader/made'
import { showIssue } from './show-issue'

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
        {latest ? (
          await showIssue(latest, publication, issuePath(latest.document.issue.slug))
        ) : (
          <NothingYet title={name} around={publication} />
        )}
      </>
    ),
  }
}
