import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { sendRequest } from '@/lib/storefront/commands/send-request'
import { readOffers } from '@/lib/storefront/offers'
import { type SendRequest, sendRequestSchema } from '@/lib/storefront/schema'
import { makePagesOld } from './published-issue'

/** The publication with an open storefront; made where there is none. */
export async function openStorefront(holdDays = 5): Promise<void> {
  const data = { storefrontOpen: true, storefrontText: 'Reach *careful* people.', holdDays }
  await db().publication.upsert({ where: { id: 1 }, update: data, create: { name: 'Tide Table', ...data } })
  await makePagesOld()
}

/** The first dates that are free for a placement, `YYYY-MM-DD`. */
export async function freeDates(placementId: string): Promise<string[]> {
  const offer = (await readOffers(db())).find(({ id }) => id === placementId)
  return offer?.dates.flatMap(({ date, isFree }) => (isFree ? [date] : [])) ?? []
}

/** What a stranger types, as it reaches the command. */
export function asked(placementId: string, date: string, fields: Partial<SendRequest> = {}): SendRequest {
  const email = `${randomUUID()}@example.com`
  const form = { place: `${placementId}/${date}`, company: 'Acme', contactName: 'Kim', email }
  return { ...sendRequestSchema.parse(form), ...fields }
}

/** An open request, with its slot on hold on the placement's first free date unless told otherwise. */
export async function makeRequest(placementId: string, fields: Partial<SendRequest> = {}, on?: string) {
  const date = on ?? (await freeDates(placementId))[0] ?? ''
  const input = asked(placementId, date, fields)
  await sendRequest(input, '')
  const where = { email: input.email, placementId, date: new Date(date) }
  const { id, slotId } = await db().slotRequest.findFirstOrThrow({ where, orderBy: { createdAt: 'desc' } })
  return { id, slotId: slotId ?? '', email: input.email, date }
}
