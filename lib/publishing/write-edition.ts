import { createHash, randomUUID } from 'node:crypto'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { archiveItems } from '@/lib/archive/commands/archive-items'
import { recordAudit } from '@/lib/audit/audit'
import { freezeTargets } from '@/lib/clicks/freeze-targets'
import type { Tx } from '@/lib/db/db'
import { canonicalJson, imagesIn } from '@/lib/document/rules'
import { type IssueDocument, issueDocumentSchema } from '@/lib/document/schema'
import { AppError, notFound } from '@/lib/errors/app-error'
import { loadDraftIn } from '@/lib/issues/load-draft'
import type { IssueDraft } from '@/lib/issues/schema'
import { runSlots } from '@/lib/sponsors/commands/run-slots'
import { type Current, readCurrent } from './current'
import { buildDocument } from './rules'
import type { Published } from './schema'
import { tellReaders } from './tell-readers'

/** SHA-256 of the document's canonical JSON, hex. */
export function hashDocument(document: IssueDocument): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex')
}

/**
 * `at`: instant of this edition; the first one's stays the day of publication. `note`: what readers are told of the
 * correction, Markdown; without one they keep seeing the last, which a correction of a comma doesn't undo, and null takes
 * that away. `raises`: false where the caller raises the generation itself, once after many editions, since that holds
 * the publication's row until the commit.
 */
export type EditionOptions = { at: Date; note?: string | null | undefined; raises?: boolean }

/** Makes the next edition of an issue from its rows as they stand: see `writeEditionOf`. */
export async function writeEdition(
  tx: Tx,
  actor: Actor,
  issueId: string,
  options: EditionOptions,
): Promise<Published> {
  const draft = await loadDraftIn(tx, issueId)
  if (!draft) throw notFound('issue')
  return writeEditionOf(tx, actor, draft, await readCurrent(tx, issueId), options)
}

/**
 * Makes the next edition of a draft that was read, as what stands was, under the issue's lock, and puts it before readers:
 * the edition, what the archive shows, the old address, the issue's state, the generation and the audit, in the caller's
 * transaction. Asks no policy and no findings: those are the caller's, about this very draft.
 */
export async function writeEditionOf(
  tx: Tx,
  actor: Actor,
  draft: IssueDraft,
  { tongue, edition: last, archived: before }: Current,
  { at, note, raises = true }: EditionOptions,
): Promise<Published> {
  const issueId = draft.id
  const edition = last + 1
  const publishedAt = before?.publishedAt ?? at
  const meta = {
    edition,
    publishedAt: publishedAt.toISOString(),
    updatedAt: at.toISOString(),
    correction: note === undefined ? (before?.note ?? null) : note,
  }
  const document = issueDocumentSchema.parse(buildDocument(draft, tongue, meta))
  if (document.issue.slug === '') throw new AppError('wrong_state', 'Open this issue before publishing it.')

  const editionId = await insertEdition(tx, actor, issueId, document, at)
  const { slug, number, title } = document.issue
  const archived = {
    slug,
    number,
    title,
    date: new Date(`${document.issue.date}T00:00:00Z`),
    editionId,
    itemCount: document.sections.reduce((sum, section) => sum + section.items.length, 0),
    images: imagesIn(document),
    updatedAt: at,
    withdrawnAt: null,
  }
  await tx.archivedIssue.upsert({
    where: { issueId },
    create: { ...archived, issueId, publishedAt },
    update: archived,
  })
  await archiveItems(tx, issueId, document)
  if (before && before.slug !== slug) await leadOn(tx, `/issues/${before.slug}`, `/issues/${slug}`)
  await runSlots(tx, actor, issueId, at)
  if (document.sponsors.length > 0) await freezeTargets(tx, issueId)
  if (raises) await tellReaders(tx, { issueId })
  const detail = { edition, slug }
  await recordAudit(tx, actor, { action: 'publish-edition', subject: 'issue', subjectId: issueId, detail })
  return { edition, publishedAt: meta.publishedAt, updatedAt: meta.updatedAt, path: `/issues/${slug}` }
}

/**
 * The edition and, in the same statement, what it means for its issue: it is published, nothing waits for it any more, and
 * its address leads nowhere else. Prisma would go through the whole document twice to send it. @returns the edition's id
 */
async function insertEdition(
  tx: Tx,
  actor: Actor,
  issueId: string,
  document: IssueDocument,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  const { edition, issue } = document
  await tx.$executeRaw`
    WITH edition AS (
      INSERT INTO "Edition" ("id", "issueId", "edition", "document", "hash", "publishedAt", "publishedBy")
      VALUES (${id}::uuid, ${issueId}::uuid, ${edition}, ${JSON.stringify(document)}::jsonb,
        ${hashDocument(document)}, ${at}::timestamptz, ${actorIdOf(actor)}::uuid)
    ), led AS (
      DELETE FROM "Redirect" WHERE "fromPath" = ${`/issues/${issue.slug}`}
    )
    UPDATE "Issue" SET
      "state" = 'PUBLISHED', "scheduledAt" = NULL, "scheduledWall" = NULL, "scheduledZone" = NULL,
      "heldReason" = NULL, "warnedOf" = '{}', "updatedAt" = CURRENT_TIMESTAMP
    WHERE "id" = ${issueId}::uuid`
  return id
}

/** An address that readers kept goes on to the new one, in one step whatever came before. */
async function leadOn(tx: Tx, fromPath: string, toPath: string): Promise<void> {
  await tx.redirect.updateMany({ where: { toPath: fromPath }, data: { toPath } })
  await tx.redirect.upsert({ where: { fromPath }, create: { fromPath, toPath }, update: { toPath } })
}
