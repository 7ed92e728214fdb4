import { isLastOwner } from '@/lib/accounts/rules'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'

/**
 * Refuses to go on when `personId` is the last owner who can act. Locks the owners' rows, in one order, until the
 * transaction ends: of two owners who remove each other at once, the second sees what the first did.
 * @throws AppError `wrong_state`
 */
export async function keepAnOwner(tx: Tx, personId: string): Promise<void> {
  const owners = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "User" WHERE "role" = 'OWNER' AND "disabledAt" IS NULL AND "joinedAt" IS NOT NULL
    ORDER BY "id" FOR NO KEY UPDATE`
  const ids = owners.map(({ id }) => id)
  if (isLastOwner(personId, ids)) {
    throw new AppError('wrong_state', 'This is the only owner. Make somebody else an owner first.')
  }
}
