import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { saveTermsSchema } from '@/lib/sponsors/schema'
import { given } from '@/lib/versions/rules'
import { lockSlot } from './locate-slot'

/** Saves what was agreed about a slot's money; fields that aren't given stay. @throws AppError `not_found` */
export async function saveTerms(
  actor: Actor,
  input: z.output<typeof saveTermsSchema> & { id: string },
  outer?: Tx,
): Promise<{ id: string }> {
  if (!mayManageSponsors(actor)) throw notFound('slot')
  return runCommand(
    actor,
    { id: input.commandId, name: 'save-terms' },
    async (tx) => {
      const { id } = await lockSlot(tx, actor, input.id)
      const { paidOn, ...fields } = given(input.fields)
      const paid = paidOn === undefined ? {} : { paidOn: paidOn && new Date(`${paidOn}T00:00:00Z`) }
      await tx.slot.update({ where: { id }, data: { ...fields, ...paid } })
      const detail = { fields: Object.keys({ ...fields, ...paid }) }
      await recordAudit(tx, actor, { action: 'save-terms', subject: 'slot', subjectId: id, detail })
      return { id }
    },
    outer,
  )
}
