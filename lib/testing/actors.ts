import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Role, UserActor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** A person of this role who has joined, in the database. Any column can be given. */
export async function makePerson(
  role: Role = 'EDITOR',
  fields: Partial<Prisma.UserUncheckedCreateInput> = {},
): Promise<UserActor & { email: string }> {
  const person = await db().user.create({
    data: { email: `${randomUUID()}@example.org`, name: 'Robin', role, joinedAt: now(), ...fields },
    select: { id: true, name: true, email: true, role: true },
  })
  return { kind: 'user', ...person }
}

/** A session of that person, by its id. Any column can be given. */
export async function makeSession(
  userId: string,
  fields: Partial<Prisma.SessionUncheckedCreateInput> = {},
): Promise<string> {
  const at = now()
  const data = { userId, device: 'Firefox on Linux', createdAt: at, seenAt: at, ...fields }
  return (await db().session.create({ data, select: { id: true } })).id
}
