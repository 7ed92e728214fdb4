import { randomUUID } from 'node:crypto'
import { standsForOneClient } from '@/lib/accounts/client-address'
import { enforceLimit } from '@/lib/accounts/rate-limit'
import { signInLimits } from '@/lib/accounts/rules'
import { transaction } from '@/lib/db/db'
import { enqueue } from '@/lib/queue/enqueue'

/**
 * Somebody, perhaps nobody we know, asks for a sign-in link. Does the same for every address: counts the attempt and
 * leaves the rest to a job, so that neither the answer nor its pace tells who is known.
 * @param client what the limit for one client counts: its network address, unless that is a proxy's
 * @throws AppError `too_many`
 */
export async function requestSignInLink(
  input: { email: string; next?: string | undefined },
  client: string,
): Promise<void> {
  if (standsForOneClient(client)) await enforceLimit('sign-in-client', client, signInLimits.client)
  await enforceLimit('sign-in-address', input.email, signInLimits.address)
  await transaction((tx) => enqueue(tx, 'mail-sign-in-link', { mailId: randomUUID(), ...input }))
}
