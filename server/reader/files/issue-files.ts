import { findArchivedIssue } from '@/lib/archive/queries'
import { drawCard } from '@/lib/cards/draw-card'
import { issueCard } from '@/lib/cards/rules'
import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { readPublication } from '@/lib/publication/queries'
import { issueToMarkdown } from '@/lib/render/issue-markdown'
import { issuePath } from '@/lib/render/issue-path'
import { type Asked, type MadeFile, pngFile, textFile } from '@/server/reader/made'

/** @throws AppError not_found if it was withdrawn since it was resolved */
async function readDocument({ params: { slug = '' } }: Asked) {
  const issue = await findArchivedIssue(slug)
  if (!issue) throw notFound('issue')
  return issue.document
}

/** `/issues/SLUG.md`: the issue as the Markdown that `npm run import` reads. */
export async function makeMarkdown(asked: Asked): Promise<MadeFile> {
  const document = await readDocument(asked)
  const address = `${env().APP_URL}${issuePath(document.issue.slug)}`
  return textFile(issueToMarkdown(document, address), 'text/markdown')
}

/** `/issues/SLUG.json`: the document that the current edition stores. */
export async function makeDocumentFile(asked: Asked): Promise<MadeFile> {
  return textFile(`${JSON.stringify(await readDocument(asked), null, 2)}\n`, 'application/json')
}

/** `/issues/SLUG/card.png`: what is shown of an issue whose address was shared. */
export async function makeIssueCard(asked: Asked): Promise<MadeFile> {
  const [document, publication] = await Promise.all([readDocument(asked), readPublication()])
  return pngFile(await drawCard(issueCard(publication, document, env().APP_URL)))
}
