import type { Prisma } from '@/generated/prisma/client'
import { mayManagePeople } from '@/lib/accounts/policy'
import type { UserActor } from '@/lib/accounts/schema'
import { db, type Tx } from '@/lib/db/db'

/** What a publication that began as a demo still holds of it. */
export type DemoContent = { issues: number; people: number }

export type DemoRecords = { issueIds: string[]; personIds: string[]; sponsorIds: string[] }

/**
 * The demo's people, and the issues and companies that they or the demo itself made. What somebody else has had in hand
 * since, opened, published, changed or booked, is no longer the demo's.
 */
export async function demoRecords(tx: Tx): Promise<DemoRecords> {
  const people = await tx.user.findMany({ where: { isDemo: true }, select: { id: true } })
  const personIds = people.map(({ id }) => id)
  const byDemo = [{ actorId: { in: personIds } }, { actorId: null, actorName: 'demo' }]
  const subjects = async (where: Prisma.AuditEventWhereInput) => {
    const events = await tx.auditEvent.findMany({ where, select: { subjectId: true } })
    return events.flatMap(({ subjectId }) => subjectId ?? [])
  }
  const made = await subjects({ action: { in: ['plan-issue', 'open-issue'] }, OR: byDemo })
  const inHand = { actorId: { not: null, notIn: personIds } }
  const others = await subjects({ subject: 'issue', ...inHand })
  const parts = { in: await subjects({ subject: { in: ['section', 'item'] }, ...inHand }) }
  const changed = { sections: { some: { OR: [{ id: parts }, { items: { some: { id: parts } } }] } } }
  const booked = { slots: { some: { id: { in: await subjects({ subject: 'slot', ...inHand }) } } } }
  const issues = await tx.issue.findMany({
    where: { id: { in: made, notIn: others }, NOT: [changed, booked] },
    select: { id: true },
  })
  const companies = await subjects({ action: 'create-sponsor', OR: byDemo })
  const known = await subjects({ subject: 'sponsor', ...inHand })
  const sponsors = await tx.sponsor.findMany({
    where: { id: { in: companies, notIn: known }, NOT: booked },
    select: { id: true },
  })
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return { issueIds: idsOf(issues), personIds, sponsorIds: idsOf(sponsors) }
}

/** Whether this person may remove the demo: an owner who isn't of the demo's own people. */
export async function mayRemoveDemo(tx: Tx, actor: UserActor): Promise<boolean> {
  if (!mayManagePeople(actor)) return false
  const publication = await tx.publication.findFirst({ where: { isDemo: true }, select: { id: true } })
  const isReal = (await tx.user.count({ where: { id: actor.id, isDemo: false } })) > 0
  return publication !== null && isReal
}

/** What there is of the demo for this owner to remove; null when nothing, or it isn't theirs to. */
export async function findDemoContent(actor: UserActor): Promise<DemoContent | null> {
  if (!(await mayRemoveDemo(db(), actor))) return null
  const { issueIds, personIds } = await demoRecords(db())
  return { issues: issueIds.length, people: personIds.length }
}
