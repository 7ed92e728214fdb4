import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import type { Tx } from '@/lib/db/db'
import { type EditorMailKind, editorText } from '@/lib/sponsors/mails/editor-texts'
import type { Said } from '@/lib/sponsors/mails/schema'
import { readSlotFacts } from '@/lib/sponsors/queries/slot-facts'

/** Mails everybody who edits about a slot, in the transaction of what happened to it. */
export async function tellEditors(
  tx: Tx,
  slotId: string,
  kind: EditorMailKind,
  said: Partial<Said> = {},
): Promise<void> {
  const facts = await readSlotFacts(tx, slotId)
  if (!facts) return
  const told = editorText(kind, facts, { byName: '', comment: '', onBehalf: false, ...said })
  const { label, ...notice } = told
  await mailEditors(tx, {
    ...notice,
    kind: 'copy',
    action: { label, path: `/admin/sponsors/slots/${slotId}` },
  })
}
