import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { raiseGeneration } from '@/lib/publication/generation'
import { canSaveSettings } from '@/lib/publication/policy'
import { readersSee } from '@/lib/publication/readers-see'
import type { Settings, saveSettingsSchema } from '@/lib/publication/schema'
import { readSettingsIn } from '@/lib/publication/settings'
import { runCommand } from '@/lib/receipts/run-command'
import { mergeSave, raiseVersions, type Versioned } from '@/lib/versions/rules'
import { refuseConflicts, type Saved } from '@/lib/versions/save'

/**
 * Saves fields of the settings, and makes readers' pages new where they show one of them. Issues that are already open
 * keep what the templates gave them.
 * @throws AppError `forbidden`; `conflict` with both values, and then nothing is written
 */
export async function saveSettings(
  actor: Actor,
  input: z.output<typeof saveSettingsSchema>,
  outer?: Tx,
): Promise<Saved<Settings>> {
  if (!canSaveSettings(actor)) throw new AppError('forbidden', 'Only owners and editors change the settings.')
  return runCommand(
    actor,
    { id: input.commandId, name: 'save-settings' },
    async (tx) => {
      const [row] = await tx.$queryRaw<Versioned[]>`
        SELECT "version", "fieldVersions" FROM "Publication" WHERE "id" = 1 FOR UPDATE`
      const current = row ? await readSettingsIn(tx) : null
      if (!row || !current) throw notFound('publication')
      const merge = mergeSave(current.settings, row, input.version, input.fields)
      refuseConflicts(row, merge)
      const next = raiseVersions(row, merge.changed)
      if (next !== row) await write(tx, actor, merge.changed, next)
      return { version: next.version, unseen: merge.unseen }
    },
    outer,
  )
}

async function write(tx: Tx, actor: Actor, changed: Partial<Settings>, next: Versioned): Promise<void> {
  await tx.publication.update({ where: { id: 1 }, data: { ...changed, ...next } })
  const names = Object.keys(changed) as (keyof Settings)[]
  if (names.some((name) => readersSee[name])) await raiseGeneration(tx)
  const detail = { fields: names, version: next.version }
  await recordAudit(tx, actor, { action: 'save-settings', subject: 'publication', subjectId: '1', detail })
}
