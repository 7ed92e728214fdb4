import { findArchivedIssue } from '@/lib/archive/queries'
import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { issueToMarkdown } from '@/lib/render/issue-markdown'
import { issuePath } from '@/lib/render/issue-path'
import { type Asked, type MadeFile, textFile } from '@/server/reader/made'

/** What readers see of an issue. @throws AppError not_found if it was withdrawn since it was resolved */
export async function readDocument({ params: { slug = '' } }: Asked) {
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
