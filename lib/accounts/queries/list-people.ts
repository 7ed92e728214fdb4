import { authorize } from '@/lib/accounts/authorize'
import { mayManagePeople } from '@/lib/accounts/policy'
import { type PersonRow, personState } from '@/lib/accounts/rules'
import type { Role, UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'

const select = {
  id: true,
  email: true,
  name: true,
  role: true,
  createdAt: true,
  joinedAt: true,
  disabledAt: true,
  sessions: { select: { seenAt: true }, orderBy: { seenAt: 'desc' }, take: 1 },
} as const

type Row = {
  id: string
  email: string
  name: string
  role: Role
  createdAt: Date
  joinedAt: Date | null
  disabledAt: Date | null
  sessions: { seenAt: Date }[]
}

function toPerson(row: Row): PersonRow {
  const { id, email, name, role } = row
  const seenAt = row.sessions[0]?.seenAt ?? null
  return { id, email, name, role, state: personState(row), invitedAt: row.createdAt, seenAt }
}

/** Everybody who may sign in, owners first, those disabled last. @throws AppError `forbidden` */
export async function listPeople(actor: UserActor): Promise<PersonRow[]> {
  authorize(mayManagePeople(actor))
  const rows = await db().user.findMany({ select, orderBy: [{ role: 'asc' }, { email: 'asc' }] })
  const people = rows.map(toPerson)
  return [...people.filter((p) => p.state !== 'disabled'), ...people.filter((p) => p.state === 'disabled')]
}

/** One person, or null. @throws AppError `forbidden` */
export async function findPerson(actor: UserActor, personId: string): Promise<PersonRow | null> {
  authorize(mayManagePeople(actor))
  const row = await db().user.findUnique({ where: { id: personId }, select })
  return row ? toPerson(row) : null
}
