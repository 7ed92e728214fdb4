import { authorize } from '@/lib/accounts/authorize'
import type { UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { type DemoContent, demoRecords, mayRemoveDemo } from '@/lib/publishing/demo-content'
import { removeDemoSponsors } from '@/lib/publishing/remove-demo-sponsors'
import { tellReaders } from '@/lib/publishing/tell-readers'
import { runCommand } from '@/lib/receipts/run-command'

/** What the demo's storefront says is true of the demo alone. */
const closed = { storefrontOpen: false, storefrontText: '', storefrontFacts: [] }

/**
 * Removes the demo's issues, from readers too, its companies with their slots, and its people, and makes the publication a real one. What the owner
 * and those invited by them made stays, and so do the settings.
 * @throws AppError `forbidden`, also where there is no demo
 */
export function removeDemoContent(actor: UserActor, input: { commandId: string }): Promise<DemoContent> {
  return runCommand(actor, { id: input.commandId, name: 'remove-demo-content' }, async (tx) => {
    authorize(await mayRemoveDemo(tx, actor))
    const { issueIds, personIds, sponsorIds } = await demoRecords(tx)
    // Editions are immutable but for this; see the migration of the same name.
    await tx.$executeRaw`SELECT set_config('gleaner.removing_demo', 'on', true)`
    await removeDemoSponsors(tx, { issueIds, sponsorIds })
    const ofDemo = { where: { issueId: { in: issueIds } } }
    await tx.archivedIssue.deleteMany(ofDemo)
    await tx.edition.deleteMany(ofDemo)
    await tx.issue.deleteMany({ where: { id: { in: issueIds } } })
    await tx.$executeRaw`SELECT set_config('gleaner.removing_demo', 'off', true)`
    await tx.capture.deleteMany({ where: { capturedById: { in: personIds } } })
    await tx.user.deleteMany({ where: { id: { in: personIds } } })
    await tx.publication.updateMany({ data: { isDemo: false, ...closed } })
    await tellReaders(tx, { removes: true })
    const removed = { issues: issueIds.length, people: personIds.length }
    await recordAudit(tx, actor, {
      action: 'remove-demo',
      subject: 'publication',
      subjectId: '1',
      detail: removed,
    })
    return removed
  })
}
