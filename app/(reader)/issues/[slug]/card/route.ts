import { findArchivedIssue } from '@/lib/archive/queries'
import { drawCard } from '@/lib/cards/draw-card'
import { issueCard } from '@/lib/cards/rules'
import { env } from '@/lib/env/env'
import { pngResponse } from '@/lib/http/png-response'
import { textResponse } from '@/lib/http/text-response'
import { readPublication } from '@/lib/publication/queries'

type Context = { params: Promise<{ slug: string }> }

/** `/issues/SLUG/card.png`: what is shown of an issue whose address was shared. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const issue = await findArchivedIssue(decodeURIComponent((await params).slug))
  if (!issue) return textResponse('There is no such issue.\n', 'text/plain', 404)
  const publication = await readPublication()
  return pngResponse(await drawCard(issueCard(publication, issue.document, env().APP_URL)))
}
