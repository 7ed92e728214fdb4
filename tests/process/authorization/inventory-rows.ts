import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { joinWaitlist } from '@/lib/sponsors/commands/waitlist'
import { tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import type { Call, Row } from './row'

/** A place that is taken, and a company that could wait for it; on a date that none of the other rows' drafts come to. */
async function makeTaken() {
  await db().publication.updateMany({ data: { keepsWaitlist: true } })
  const placementId = await makePlacement()
  const { issueId } = await makeSlot((await makeSponsor()).id, placementId, { date: '2131-03-11' })
  return { issueId, placementId, sponsorId: (await makeSponsor()).id }
}

/** What decides about bookings and about the order and the end of what is sold: the studio's alone. */
export const clearingRows: Record<string, Row> = {
  'POST /api/issues/[issueId]/clear-slots': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const plan = { commandId: randomUUID(), as: 'PLANNED', date: '2131-03-04' } as const
      const { id: issueId } = await createIssue(tester, plan)
      await makeSlot((await makeSponsor()).id, await makePlacement(), { issueId })
      return { params: { issueId }, body: { bookings: 'miss', issue: 'skip' } }
    },
  },
  'POST /api/placements/[placementId]/move': {
    access: 'studio',
    make: async (): Promise<Call> => ({
      params: { placementId: await makePlacement() },
      body: { direction: 'up' },
    }),
  },
  'POST /api/sponsors/[sponsorId]/remove': {
    access: 'studio',
    make: async (): Promise<Call> => ({ params: { sponsorId: (await makeSponsor()).id } }),
  },
  'POST /api/waitlist': {
    access: 'studio',
    make: async (): Promise<Call> => ({ body: await makeTaken() }),
  },
  'POST /api/waitlist/[waitId]/leave': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const wait = await joinWaitlist(tester, { commandId: randomUUID(), ...(await makeTaken()) })
      return { params: { waitId: wait.id } }
    },
  },
}
