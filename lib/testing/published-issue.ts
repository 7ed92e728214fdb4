import { createHash, randomUUID } from 'node:crypto'
import { archiveItems } from '@/lib/archive/commands/archive-items'
import { db } from '@/lib/db/db'
import { canonicalJson, imagesIn } from '@/lib/document/rules'
import { type IssueDocument, issueDocumentSchema } from '@/lib/document/schema'

export type PublishedIssue = { id: string; editionId: string; document: IssueDocument }

/** What raises the generation in a test that writes what readers see by itself: a running server hears of it. */
export async function makePagesOld(): Promise<void> {
  await db().publication.updateMany({ data: { generation: { increment: 1 } } })
}

/**
 * Puts a document before readers: issue, edition and archive row, as publishing leaves them, without a draft behind.
 * For tests of what readers see; publishing itself is tested by its command. With `removedAt` the draft counts as
 * removed, so that its number and slug stay free for others who work in the same database.
 */
export async function makePublishedIssue(
  document: IssueDocument,
  { withdrawnAt = null, removedAt = null }: { withdrawnAt?: Date | null; removedAt?: Date | null } = {},
): Promise<PublishedIssue> {
  const id = randomUUID()
  const { number, slug, title, publishedAt } = document.issue
  const date = new Date(`${document.issue.date}T00:00:00Z`)
  const state = withdrawnAt ? 'WITHDRAWN' : 'PUBLISHED'
  await db().issue.create({ data: { id, state, number: number ?? 1, slug, title, date, removedAt } })
  const { edition } = document
  const hash = createHash('sha256').update(canonicalJson(document)).digest('hex')
  const made = await db().edition.create({
    data: { issueId: id, edition, document, hash, publishedAt: new Date(publishedAt) },
    select: { id: true },
  })
  const itemCount = document.sections.reduce((sum, section) => sum + section.items.length, 0)
  const times = {
    publishedAt: new Date(publishedAt),
    updatedAt: new Date(document.issue.updatedAt),
    withdrawnAt,
  }
  await db().archivedIssue.create({
    data: {
      issueId: id,
      slug,
      number,
      title,
      date,
      editionId: made.id,
      itemCount,
      images: imagesIn(document),
      ...times,
    },
  })
  if (!withdrawnAt && issueDocumentSchema.safeParse(document).success) await archiveItems(db(), id, document)
  await makePagesOld()
  return { id, editionId: made.id, document }
}
