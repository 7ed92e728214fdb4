import { randomUUID } from 'node:crypto'
import { addImage } from '@/lib/sponsors/commands/add-image'
import { makePng } from '@/lib/testing/images'
import { makeDraft, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import type { Call, Row } from './row'

const image = new Uint8Array(makePng({ width: 2, height: 2 }))

async function makeSlotWithImages(sponsorId?: string): Promise<string> {
  const [{ id: issueId }, placementId] = [await makeDraft(), await makePlacement({ imageAllowed: true })]
  return (await makeSlot(sponsorId ?? (await makeSponsor()).id, placementId, { issueId })).id
}

/** Images of sponsors' copy, before readers see them. */
export const imageRows: Record<string, Row> = {
  'POST /api/slots/[slotId]/image': {
    access: 'studio',
    make: async (): Promise<Call> => ({ params: { slotId: await makeSlotWithImages() }, image }),
  },
  'POST /api/portal/slots/[slotId]/image': {
    access: 'own contact',
    make: async (_, sponsorId): Promise<Call> => ({
      params: { slotId: await makeSlotWithImages(sponsorId) },
      image,
    }),
  },
  'GET /api/images/[imageId]': {
    access: 'studio',
    make: async (_, sponsorId): Promise<Call> => {
      const slotId = await makeSlotWithImages(sponsorId)
      const call = { commandId: randomUUID(), slotId, bytes: image }
      return { params: { imageId: (await addImage(tester, call)).id } }
    },
  },
}
