import type { Around } from '@/lib/archive/around-queries'
import type { findArchivedIssue } from '@/lib/archive/queries'
import { findWays } from '@/lib/archive/ways-queries'
import { sponsorLinksIn } from '@/lib/clicks/queries'
import { today } from '@/lib/clock/clock'
import { IssueView } from '@/lib/render/issue-view'

type Issue = NonNullable<Awaited<ReturnType<typeof findArchivedIssue>>>

/** An issue with the ways on from it. @param href its own address, where it stands on another page */
export async function showIssue(issue: Issue, publication: Around, href?: string) {
  const { document, neighbours } = issue
  const [sponsorLinks, ways] = await Promise.all([sponsorLinksIn([document]), findWays(issue)])
  return (
    <IssueView
      document={document}
      publication={publication}
      neighbours={neighbours}
      sponsorLinks={sponsorLinks}
      ways={ways}
      today={today()}
      {...(href ? { href } : {})}
    />
  )
}
