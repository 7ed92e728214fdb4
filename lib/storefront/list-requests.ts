import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { dayOf } from '@/lib/times/rules'
import type { RequestRow } from './schema'

/** How many that were answered are shown. */
const ANSWERED_SHOWN = 100

const select = {
  id: true,
  state: true,
  company: true,
  contactName: true,
  email: true,
  website: true,
  message: true,
  answer: true,
  answeredAt: true,
  createdAt: true,
  date: true,
  placement: { select: { name: true } },
  slot: {
    select: {
      id: true,
      heldUntil: true,
      price: true,
      currency: true,
      issue: { select: { date: true } },
      placement: { select: { name: true } },
    },
  },
} as const

/** Requests, those that wait first and among them the one that lapses next; then the latest answered. @throws AppError `not_found` */
export async function listRequests(actor: Actor): Promise<RequestRow[]> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  const open = await db().slotRequest.findMany({
    where: { state: 'OPEN' },
    orderBy: [{ slot: { heldUntil: 'asc' } }, { id: 'asc' }],
    select,
  })
  const answered = await db().slotRequest.findMany({
    where: { state: { not: 'OPEN' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ANSWERED_SHOWN,
    select,
  })
  const known = await knownCompanies(open)
  return [...open, ...answered].map(({ slot, date, placement, answeredAt, createdAt, ...request }) => ({
    ...request,
    date: dayOf(slot?.issue.date ?? date),
    placement: (slot?.placement ?? placement).name,
    slotId: slot?.id ?? null,
    heldUntil: slot?.heldUntil?.toISOString() ?? null,
    price: slot?.price ?? 0,
    currency: slot?.currency ?? 'USD',
    answeredAt: answeredAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    known: known
      .filter(
        ({ name, emails }) =>
          name.toLowerCase() === request.company.toLowerCase() || emails.includes(request.email),
      )
      .map(({ id, name, emails }) => ({ id, name, byAddress: emails.includes(request.email) })),
  }))
}

/** Companies that are called like one of those who ask, or have a contact of the same address. */
async function knownCompanies(requests: readonly { company: string; email: string }[]) {
  if (requests.length === 0) return []
  const names = requests.map(({ company }) => ({ name: { equals: company, mode: 'insensitive' as const } }))
  const email = { in: requests.map((request) => request.email) }
  const found = await db().sponsor.findMany({
    where: {
      removedAt: null,
      confirmedAt: { not: null },
      isHouse: false,
      OR: [...names, { contacts: { some: { removedAt: null, email } } }],
    },
    select: { id: true, name: true, contacts: { where: { removedAt: null }, select: { email: true } } },
  })
  return found.map(({ contacts, ...company }) => ({ ...company, emails: contacts.map((each) => each.email) }))
}

/** How many wait for an answer. @throws AppError `not_found` */
export async function countOpenRequests(actor: Actor): Promise<number> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return db().slotRequest.count({ where: { state: 'OPEN' } })
}
