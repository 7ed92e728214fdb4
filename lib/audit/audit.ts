import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'

/** What a command did, for the record. `detail` never holds a secret or a whole text. */
export type AuditEntry = {
  action: string
  subject: string
  subjectId: string
  detail?: Record<string, string | number | boolean | null | string[]>
}

/** Writes the audit row of a change, in the transaction of the change itself. */
export async function recordAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: actorIdOf(actor),
      actorName: actor.name,
      action: entry.action,
      subject: entry.subject,
      subjectId: entry.subjectId,
      detail: entry.detail ?? {},
    },
  })
}
