import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Role, UserActor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** A person who has joined; an editor unless told otherwise. Any column can be given. */
export async function makePerson(
  overrides: Partial<Prisma.UserUncheckedCreateInput> & { role?: Role } = {},
): Promise<UserActor & { email: string }> {
  const email = `${randomUUID().slice(0, 8)}@example.com`
  const person = await db().user.create({
    data: { email, name: 'Ada', role: 'EDITOR', joinedAt: now(), ...overrides },
    select: { id: true, email: true, name: true, role: true },
  })
  return { kind: 'user', ...person }
}

/** A session of that person, and the cookie's value that carries it. */
export async function makeSession(
  userId: string,
  overrides: Partial<Prisma.SessionUncheckedCreateInput> = {},
): Promise<string> {
  const session = await db().session.create({ data: { userId, device: 'Test', ...overrides } })
  return session.id
}
