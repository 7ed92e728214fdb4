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
export function recordAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  return recordAudits(tx, actor, [entry])
}

/** The same for many changes that are one command. */
export async function recordAudits(tx: Tx, actor: Actor, entries: readonly AuditEntry[]): Promise<void> {
  const by = { actorId: actorIdOf(actor), actorName: actor.name }
  await tx.auditEvent.createMany({
    data: entries.map(({ action, subject, subjectId, detail = {} }) => ({
      ...by,
      action,
      subject,
      subjectId,
      detail,
    })),
  })
}
