import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { placeAgain, takenOutOf } from '@/lib/captures/commands/place-again'
import { changedContent, planText } from '@/lib/draft-text/plan-text'
import type { SaveText } from '@/lib/draft-text/schema'
import { namesTag, tagOf } from '@/lib/draft-text/tag'
import { AppError } from '@/lib/errors/app-error'
import { applyDraft } from '@/lib/issues/commands/apply-draft'
import { lockDraft } from '@/lib/issues/commands/lock-draft'
import { runCommand } from '@/lib/receipts/run-command'
import { saveIssueWithSlots } from '@/lib/sponsors/commands/save-issue-with-slots'

const CHANGED =
  'The draft has changed since, so nothing was saved. Send the text without If-Match to have it merged with what others saved.'

/**
 * Saves a whole draft that was edited as one text: all of it, or nothing.
 * @throws AppError `not_found`, `removed`; `invalid` where it can't be read; `conflict` with what clashes where
 * nobody chose, or where the draft is not any more what the preview showed; `changed` where `match`, an If-Match, names
 * another draft
 */
export function saveText(
  actor: Actor,
  input: SaveText & { issueId: string; match?: string | undefined },
): Promise<null> {
  return runCommand(actor, { id: input.commandId, name: 'save-text' }, async (tx) => {
    const { issueId, text, prefer, seen, match } = input
    const draft = await lockDraft(tx, actor, issueId)
    if (match !== undefined && !namesTag(match, tagOf(draft))) throw new AppError('changed', CHANGED)
    const { merged, seen: found } = await planText(tx, draft, text, prefer)
    if (merged.clashes.length > 0 && !prefer) {
      throw new AppError(
        'conflict',
        'Somebody else changed the same texts meanwhile. Choose whose words stand.',
        {
          detail: { clashes: merged.clashes },
        },
      )
    }
    if (seen !== undefined && seen !== found) {
      throw new AppError('conflict', 'The draft has changed since you looked. Look at the changes again.', {
        detail: { clashes: [] },
      })
    }
    const fields = changedContent(draft, merged.content)
    if (Object.keys(fields).length > 0) {
      const save = { commandId: randomUUID(), id: issueId, version: draft.version, fields }
      await saveIssueWithSlots(actor, save, tx)
    }
    const taken = await takenOutOf(tx, issueId)
    await applyDraft(tx, actor, draft, merged.sections)
    // What a text brings back of what had gone to the inbox doesn't wait there too.
    await placeAgain(tx, input.commandId, issueId, taken)
    await recordAudit(tx, actor, { action: 'save-text', subject: 'issue', subjectId: issueId })
    return null
  })
}
