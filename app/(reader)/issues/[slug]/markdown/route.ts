import { findArchivedIssue } from '@/lib/archive/queries'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'
import { issueToMarkdown } from '@/lib/render/issue-markdown'
import { issuePath } from '@/lib/render/issue-path'

type Context = { params: Promise<{ slug: string }> }

/** `/issues/SLUG.md`: the issue as the Markdown that `npm run import` reads. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const issue = await findArchivedIssue(decodeURIComponent((await params).slug))
  if (!issue) return textResponse('There is no such issue.\n', 'text/plain', 404)
  const { document } = issue
  const address = `${env().APP_URL}${issuePath(document.issue.slug)}`
  return textResponse(issueToMarkdown(document, address), 'text/markdown')
}
