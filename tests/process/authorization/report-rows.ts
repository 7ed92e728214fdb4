import { makeDraft } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import type { Row } from './row'

/** A slot of the visitor's own company where it has one. */
const aSlot = (access: Row['access'], body = {}): Row => ({
  access,
  make: async (_, sponsorId) => {
    const { id: issueId } = await makeDraft()
    const owner = sponsorId ?? (await makeSponsor()).id
    const slot = await makeSlot(owner, await makePlacement(), { issueId })
    return { params: { slotId: slot.id }, body }
  },
})

/** How slots ran, for the studio and the sponsor, and what they cost, for the studio alone. */
export const reportRows: Record<string, Row> = {
  'GET /admin/sponsors/slots/[slotId]/report': aSlot('studio'),
  'GET /admin/sponsors/slots/[slotId]/report.csv': aSlot('studio'),
  'GET /sponsor/slots/[slotId]/report': aSlot('own contact'),
  'GET /sponsor/slots/[slotId]/report.csv': aSlot('own contact'),
  'GET /admin/sponsors/money': { access: 'studio' },
  'GET /admin/sponsors/money.csv': { access: 'studio' },
  'PATCH /api/slots/[slotId]': aSlot('studio', { fields: { price: 100 } }),
}
