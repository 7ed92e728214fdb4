import { randomUUID } from 'node:crypto'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import type { Call, Row } from './row'

/** What decides about bookings and about the order and the end of what is sold: the studio's alone. */
export const clearingRows: Record<string, Row> = {
  'POST /api/issues/[issueId]/clear-slots': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const plan = { commandId: randomUUID(), as: 'PLANNED', date: '2031-03-02' } as const
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
}
