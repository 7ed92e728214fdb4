import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { canSortCaptures } from '@/lib/captures/policy'
import type { CaptureText, saveCaptureSchema } from '@/lib/captures/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { askForPages } from '@/lib/pages/commands/ask-for-page'
import { runCommand } from '@/lib/receipts/run-command'
import { mergeSave, raiseVersions } from '@/lib/versions/rules'
import { refuseConflicts, type Saved } from '@/lib/versions/save'
import { type HeldCapture, holdCaptures } from './held'
import { looseOf } from './sort-captures'

const textsOf = ({ url, title, quote, note, via }: HeldCapture): CaptureText => ({
  url,
  title,
  quote,
  note,
  via,
})

/**
 * Saves texts of a capture. Nothing of a save that conflicts is written.
 * @throws AppError `forbidden`, `not_found`, `conflict` with both texts; `wrong_state` where it stands in an issue
 */
export async function saveCapture(
  actor: Actor,
  input: z.infer<typeof saveCaptureSchema> & { id: string },
  outer?: Tx,
): Promise<Saved<CaptureText>> {
  authorize(canSortCaptures(actor))
  const save = async (tx: Tx) => {
    const [row] = await holdCaptures(tx, [input.id])
    if (!row) throw notFound('capture')
    await refusePlaced(tx, row)
    const merge = mergeSave<CaptureText>(textsOf(row), row, input.version, input.fields)
    refuseConflicts(row, merge)
    const { version, fieldVersions } = raiseVersions(row, merge.changed)
    if (version !== row.version) {
      const data = { ...merge.changed, version, fieldVersions }
      await tx.capture.update({ where: { id: input.id }, data, select: { id: true } })
      if (merge.changed.url) await askForPages(tx, [merge.changed.url])
      const detail = { fields: Object.keys(merge.changed), version }
      await recordAudit(tx, actor, {
        action: 'save-capture',
        subject: 'capture',
        subjectId: input.id,
        detail,
      })
    }
    return { version, unseen: merge.unseen }
  }
  return runCommand(actor, { id: input.commandId, name: 'save-capture' }, save, outer)
}

/** What is written in a capture that stands in an issue would be seen nowhere: its item has texts of its own. */
async function refusePlaced(tx: Tx, row: HeldCapture): Promise<void> {
  if ((await looseOf(tx, [row])).length > 0) return
  const issue = await tx.issue.findUnique({ where: { id: row.issueId ?? '' }, select: { title: true } })
  const where = issue?.title ? `in “${issue.title}”` : 'in an issue'
  const message = `This was placed ${where} meanwhile, so it isn’t saved here. Copy your words, and write them in the item.`
  throw new AppError('wrong_state', message)
}
