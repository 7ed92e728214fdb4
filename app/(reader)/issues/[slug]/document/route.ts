import { findArchivedIssue } from '@/lib/archive/queries'
import { textResponse } from '@/lib/http/text-response'

type Context = { params: Promise<{ slug: string }> }

/** `/issues/SLUG.json`: the document that the current edition stores. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const issue = await findArchivedIssue(decodeURIComponent((await params).slug))
  if (!issue) return textResponse('There is no such issue.\n', 'text/plain', 404)
  return textResponse(`${JSON.stringify(issue.document, null, 2)}\n`, 'application/json')
}
