import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { createSponsorSchema } from '@/lib/sponsors/schema'

/** Adds a company. @throws AppError `not_found` for whoever may not */
export async function createSponsor(
  actor: Actor,
  input: z.output<typeof createSponsorSchema>,
  outer?: Tx,
): Promise<{ id: string }> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return runCommand(
    actor,
    { id: input.commandId, name: 'create-sponsor' },
    async (tx) => {
      const { name, website = '', notes = '', field = '' } = input.fields
      const made = await tx.sponsor.create({ data: { name, website, notes, field }, select: { id: true } })
      const detail = { name }
      await recordAudit(tx, actor, {
        action: 'create-sponsor',
        subject: 'sponsor',
        subjectId: made.id,
        detail,
      })
      return made
    },
    outer,
  )
}
