import { randomUUID } from 'node:crypto'
import { makePlacement } from '@/lib/testing/sponsors'
import { freeDates, openStorefront } from '@/lib/testing/storefront'
import type { Call, Row } from './row'

const open: Row = {
  access: 'anyone',
  make: async (): Promise<Call> => {
    await openStorefront()
    return {}
  },
}

/** What is for sale, and asking for it. */
export const storefrontRows: Record<string, Row> = {
  'GET /sponsor-us': open,
  'GET /sponsor-us/request': open,
  'GET /sponsor-us/sent': open,
  'POST /api/sponsor-requests': {
    access: 'anyone',
    bare: true,
    make: async (): Promise<Call> => {
      await openStorefront()
      const placementId = await makePlacement()
      const [date] = await freeDates(placementId)
      const email = `${randomUUID()}@example.com`
      return { body: { place: `${placementId}/${date}`, company: 'Acme', contactName: 'Kim', email } }
    },
  },
}
