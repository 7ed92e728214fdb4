import { randomUUID } from 'node:crypto'
import { makePlacement } from '@/lib/testing/sponsors'
import { freeDates, makeRequest, openStorefront } from '@/lib/testing/storefront'
import type { Call, Row } from './row'

const open: Row = {
  access: 'anyone',
  make: async (): Promise<Call> => {
    await openStorefront()
    return {}
  },
}

const aRequest = (body: Record<string, unknown> = {}): Row => ({
  access: 'studio',
  make: async (): Promise<Call> => {
    await openStorefront()
    const { id: requestId } = await makeRequest(await makePlacement())
    return { params: { requestId }, body }
  },
})

/** What is for sale, asking for it, and the studio's answers. */
export const storefrontRows: Record<string, Row> = {
  'GET /sponsor-us': open,
  'GET /sponsor-us/request': open,
  'GET /sponsor-us/sent': open,
  'GET /admin/sponsors/requests': { access: 'studio' },
  'POST /api/requests/[requestId]/accept': aRequest(),
  'POST /api/requests/[requestId]/answer': aRequest({ text: 'What is it about?' }),
  'POST /api/requests/[requestId]/decline': aRequest({ text: 'We run no casinos.' }),
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
