import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { loadDraftIn } from '@/lib/issues/load-draft'
import type { IssueDraft } from '@/lib/issues/schema'
import { lockOpenIssue } from './locate'

/**
 * A whole draft, with every row of it locked until the transaction ends: the issue, then its sections, then their items,
 * each in id order, as other commands lock them.
 * @throws AppError `not_found`, `removed`
 */
export async function lockDraft(tx: Tx, actor: Actor, issueId: string): Promise<IssueDraft> {
  await lockOpenIssue(tx, actor, issueId)
  await tx.$queryRaw`
    SELECT 1 AS "locked" FROM "Section" WHERE "issueId" = ${issueId}::uuid ORDER BY "id" FOR UPDATE`
  await tx.$queryRaw`
    SELECT 1 AS "locked" FROM "Item" WHERE "sectionId" IN (
      SELECT "id" FROM "Section" WHERE "issueId" = ${issueId}::uuid) ORDER BY "id" FOR UPDATE`
  const draft = await loadDraftIn(tx, issueId)
  if (!draft) throw notFound('issue')
  return draft
}
