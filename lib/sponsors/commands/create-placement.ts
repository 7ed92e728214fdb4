import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { type createPlacementSchema, placementDefaults } from '@/lib/sponsors/schema'
import { given } from '@/lib/versions/rules'

/** Adds a kind of ad position, after those there are. @throws AppError `invalid` where “after” names no section */
export function createPlacement(
  actor: Actor,
  input: z.output<typeof createPlacementSchema>,
  outer?: Tx,
): Promise<{ id: string }> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return runCommand(
    actor,
    { id: input.commandId, name: 'create-placement' },
    async (tx) => {
      const content = { ...placementDefaults, ...given(input.fields), name: input.fields.name }
      const { _max } = await tx.placement.aggregate({ _max: { position: true } })
      const position = (_max.position ?? -1) + 1
      const sectionTitle = sectionOf(content)
      const data = { ...content, sectionTitle, position }
      const made = await tx.placement.create({ data, select: { id: true } })
      const detail = { name: content.name }
      await recordAudit(tx, actor, {
        action: 'create-placement',
        subject: 'placement',
        subjectId: made.id,
        detail,
      })
      return made
    },
    outer,
  )
}

/** The section a placement follows; null where it follows none. @throws AppError `invalid` */
export function sectionOf(content: { at: string; sectionTitle: string | null }): string | null {
  if (content.at !== 'after') return null
  const title = content.sectionTitle?.trim()
  if (title) return title
  const message = 'Say which section it stands after.'
  throw new AppError('invalid', message, { fields: { sectionTitle: message } })
}
