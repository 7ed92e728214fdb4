import { randomUUID } from 'node:crypto'
import type { Role, UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'

/** A person of this role, in the database. */
export async function makePerson(
  role: Role = 'EDITOR',
  fields: { email?: string; name?: string } = {},
): Promise<UserActor> {
  const name = fields.name ?? 'Robin'
  const email = fields.email ?? `${randomUUID()}@example.org`
  const { id } = await db().user.create({
    data: { email, name, role, joinedAt: new Date() },
    select: { id: true },
  })
  return { kind: 'user', id, name, role }
}
