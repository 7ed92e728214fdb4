import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import { makeDraft, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import type { Call, Row } from './row'

type Made = { slotId: string; versionId: string; version: number }
type Body = (made: Made) => Record<string, unknown>

/** A slot with copy sent in; of the visitor's own company where it has one. */
async function makeSentSlot(sponsorId?: string): Promise<Made> {
  const [{ id: issueId }, placementId] = [await makeDraft(), await makePlacement()]
  const { id: own, contact } = await makeSponsor()
  const owner = sponsorId ?? own
  const { id: slotId } = await makeSlot(owner, placementId, { issueId })
  const sent = await sendCopy({ ...contact, sponsorId: owner }, slotId)
  const { version } = await db().adCopy.findFirstOrThrow({ where: { slots: { some: { id: slotId } } } })
  return { slotId, versionId: sent.versionId, version }
}

const aSlot = (access: Row['access'], body: Body = () => ({})): Row => ({
  access,
  make: async (_, sponsorId): Promise<Call> => {
    const made = await makeSentSlot(sponsorId)
    return { params: { slotId: made.slotId }, body: body(made) }
  },
})

const saved: Body = ({ version }) => ({ version, fields: { headline: 'Changed' } })
const copy = { headline: '', text: 'Ship calmly.', callToAction: '', url: '' }
const sent: Body = ({ version }) => ({ ...copy, version, intent: 'submit' })
const ofVersion: Body = ({ versionId }) => ({ versionId })
const said: Body = () => ({ comment: 'Hello' })

/** Copy that the studio wrote, for its sponsor to accept. */
const written: Row = {
  access: 'own contact',
  make: async (_, sponsorId): Promise<Call> => {
    const { slotId, versionId } = await makeSentSlot(sponsorId)
    await approveCopy(
      { kind: 'user', id: randomUUID(), name: 'Ada', role: 'EDITOR' },
      {
        commandId: randomUUID(),
        slotId,
        versionId,
        comment: '',
        onBehalf: false,
      },
    )
    const { copyId } = await db().slot.findUniqueOrThrow({ where: { id: slotId } })
    const { version } = await db().adCopy.findUniqueOrThrow({ where: { id: copyId ?? '' } })
    const { sendOrKeep } = await import('@/lib/sponsors/commands/send-copy')
    const form = { ...copy, slotId, version, intent: 'submit' as const }
    const { submitted } = await sendOrKeep(tester, form, false)
    return { params: { slotId }, body: { versionId: submitted?.versionId } }
  },
}

const aSponsor = (body: Record<string, unknown> = {}): Row => ({
  access: 'studio',
  make: async (): Promise<Call> => ({ params: { sponsorId: (await makeSponsor()).id }, body }),
})
const aContact: Row = {
  access: 'studio',
  make: async (): Promise<Call> => ({ params: { contactId: (await makeSponsor()).contact.id } }),
}
const aPlacement = (body: Record<string, unknown> = {}): Row => ({
  access: 'studio',
  make: async (): Promise<Call> => ({ params: { placementId: await makePlacement() }, body }),
})

/** Companies, contacts, placements and bookings: the studio's alone. */
export const inventoryRows: Record<string, Row> = {
  'GET /admin/sponsors': { access: 'studio' },
  'GET /admin/sponsors/companies': { access: 'studio' },
  'GET /admin/sponsors/companies/[sponsorId]': aSponsor(),
  'GET /admin/sponsors/placements': { access: 'studio' },
  'GET /admin/sponsors/placements/[placementId]': aPlacement(),
  'POST /api/sponsors': { access: 'studio', make: async () => ({ body: { fields: { name: 'Acme' } } }) },
  'PATCH /api/sponsors/[sponsorId]': aSponsor({ version: 0, fields: { notes: 'Pays late.' } }),
  'POST /api/sponsors/[sponsorId]/contacts': aSponsor({ email: 'kim@acme.example' }),
  'POST /api/contacts/[contactId]/link': aContact,
  'POST /api/contacts/[contactId]/revoke': aContact,
  'POST /api/contacts/[contactId]/remove': aContact,
  'POST /api/placements': { access: 'studio', make: async () => ({ body: { fields: { name: 'Top' } } }) },
  'PATCH /api/placements/[placementId]': aPlacement({ version: 0, fields: { maxCharacters: 400 } }),
  'POST /api/placements/[placementId]/retire': aPlacement({ retired: true }),
  'POST /api/slots': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const [{ id: issueId }, { id: sponsorId }] = [await makeDraft(), await makeSponsor()]
      return { body: { issueId, sponsorId, placementId: await makePlacement() } }
    },
  },
}

/** Slots, their copy and its review: the studio's side and the sponsor's. */
export const slotRows: Record<string, Row> = {
  'GET /admin/sponsors/slots/[slotId]': aSlot('studio'),
  'PATCH /api/slots/[slotId]/copy': aSlot('studio', saved),
  'POST /api/slots/[slotId]/copy': aSlot('studio', sent),
  'POST /api/slots/[slotId]/approve': aSlot('studio', ofVersion),
  'POST /api/slots/[slotId]/request-changes': aSlot('studio', ({ versionId }) => ({
    versionId,
    comment: 'Shorter, please.',
  })),
  'POST /api/slots/[slotId]/comment': aSlot('studio', said),
  'POST /api/slots/[slotId]/reuse': aSlot('studio', ofVersion),
  'POST /api/slots/[slotId]/miss': aSlot('studio'),
  'POST /api/slots/[slotId]/move': aSlot('studio'),
  'POST /api/slots/[slotId]/release': aSlot('studio'),
  'POST /api/slots/[slotId]/restore': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const { slotId } = await makeSentSlot()
      await releaseSlot(tester, { commandId: randomUUID(), id: slotId, reason: '' })
      return { params: { slotId } }
    },
  },
  'POST /api/slots/undo-booking': {
    access: 'studio',
    make: async (): Promise<Call> => ({ body: { slotIds: [(await makeSentSlot()).slotId] } }),
  },
  'POST /api/slots/[slotId]/house-copy': aSlot('studio'),
  'GET /admin/sponsors/slots/[slotId]/evidence/[reviewId]': {
    access: 'studio',
    make: async (): Promise<Call> => {
      const { slotId } = await makeSentSlot()
      const review = {
        slotId,
        verdict: 'APPROVED',
        byName: 'Ada',
        at: new Date(),
        evidenceName: 'yes.eml',
        evidence: new Uint8Array([1]),
      } as const
      const { id: reviewId } = await db().review.create({ data: review })
      return { params: { slotId, reviewId } }
    },
  },
  'GET /sponsor': { access: 'contact' },
  'GET /sponsor/left': { access: 'anyone' },
  'GET /sponsor/[...rest]': {
    access: 'anyone',
    ok: 404,
    make: async () => ({ params: { '...rest': 'nothing/here' } }),
  },
  // A token that is none: sent to where it is said.
  'GET /sponsor/open/[token]': {
    access: 'anyone',
    ok: 303,
    make: async () => ({ params: { token: 'none' } }),
  },
  'GET /sponsor/slots/[slotId]': aSlot('own contact'),
  'GET /sponsor/slots/[slotId]/deadline.ics': aSlot('own contact'),
  'PATCH /api/portal/slots/[slotId]/copy': aSlot('own contact', saved),
  'POST /api/portal/slots/[slotId]/copy': aSlot('own contact', sent),
  'POST /api/portal/slots/[slotId]/reuse': aSlot('own contact', ofVersion),
  'POST /api/portal/slots/[slotId]/accept': written,
  'POST /api/portal/slots/[slotId]/comment': aSlot('own contact', said),
  'POST /api/portal/leave': { access: 'contact' },
  'GET /proof/[slotId]': aSlot('own or studio'),
  'GET /proof/[slotId]/email': aSlot('own or studio'),
  'GET /proof/[slotId]/text': aSlot('own or studio'),
  'GET /proof/[slotId]/image/[imageId]': {
    access: 'own or studio',
    make: async (_, sponsorId): Promise<Call> => {
      const { slotId } = await makeSentSlot(sponsorId)
      const slot = await db().slot.findUniqueOrThrow({ where: { id: slotId } })
      const bytes = new Uint8Array([1])
      const data = {
        sponsorId: slot.sponsorId,
        hash: randomUUID(),
        type: 'image/png',
        width: 1,
        height: 1,
        bytes,
      }
      const { id: imageId } = await db().adImage.create({ data })
      return { params: { slotId, imageId } }
    },
  },
}
