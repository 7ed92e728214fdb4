import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { SponsorContent, saveSponsorSchema } from '@/lib/sponsors/schema'
import { mergeSave, raiseVersions, type Versioned } from '@/lib/versions/rules'
import { refuseConflicts, type Saved } from '@/lib/versions/save'
import { replaceParts } from './place-part'

type Input = z.output<typeof saveSponsorSchema> & { sponsorId: string }

/** Saves fields of a company; a new name stands above what is still to come. @throws AppError `conflict` with both texts, `not_found` */
export async function saveSponsor(actor: Actor, input: Input, outer?: Tx): Promise<Saved<SponsorContent>> {
  if (!mayManageSponsors(actor)) throw notFound('sponsor')
  return runCommand(
    actor,
    { id: input.commandId, name: 'save-sponsor' },
    async (tx) => {
      const [found] = await tx.$queryRaw<(Versioned & SponsorContent)[]>`
        SELECT "version", "fieldVersions", "name", "website", "notes", "field"
        FROM "Sponsor" WHERE "id" = ${input.sponsorId}::uuid AND "removedAt" IS NULL AND NOT "isHouse" FOR UPDATE`
      if (!found) throw notFound('sponsor')
      const { version: at, fieldVersions: of, ...content } = found
      const row = { version: at, fieldVersions: of }
      const merge = mergeSave<SponsorContent>(content, row, input.version, input.fields)
      refuseConflicts(row, merge)
      const raised = raiseVersions(row, merge.changed)
      await tx.sponsor.update({ where: { id: input.sponsorId }, data: { ...merge.changed, ...raised } })
      if (merge.changed.name) await replaceParts(tx, { sponsorId: input.sponsorId })
      const [subjectId, detail] = [input.sponsorId, { fields: Object.keys(merge.changed) }]
      await recordAudit(tx, actor, { action: 'save-sponsor', subject: 'sponsor', subjectId, detail })
      return { version: raised.version, unseen: merge.unseen }
    },
    outer,
  )
}
