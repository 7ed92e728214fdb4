import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { type Tx, transaction } from '@/lib/db/db'
import { isDeadlock } from '@/lib/db/is-deadlock'
import { AppError } from '@/lib/errors/app-error'

const ATTEMPTS = 5

/** `id` is made by the caller and kept over its retries; `name` is the command's, e.g. `save-item`. */
export type CommandCall = { id: string; name: string }

/**
 * Carries a command out once: `work` and its receipt are one transaction, and a call with an id already known is
 * answered with the result kept, not repeated. So a caller that lost the answer may ask again.
 *
 * Where two commands wait for each other Postgres ends one, and nothing of it is left: that one is carried out again.
 *
 * A call made within another command passes that one's `tx`, and is part of its receipt.
 * @throws AppError `invalid` where the id belongs to another person's or another command's call
 */
export async function runCommand<R>(
  actor: Actor,
  call: CommandCall,
  work: (tx: Tx) => Promise<R>,
  tx?: Tx,
): Promise<R> {
  if (tx) return work(tx)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction((inner) => runOnce(inner, actor, call, work))
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error
    }
  }
}

async function runOnce<R>(
  inner: Tx,
  actor: Actor,
  call: CommandCall,
  work: (tx: Tx) => Promise<R>,
): Promise<R> {
  const actorId = actorIdOf(actor)
  // What rows were before is kept with who changed them (the migration `past_rows`), by the name given here.
  // A twin under way holds the row: this statement waits for it, and finds the receipt if it committed.
  const made = await inner.$executeRaw`
      INSERT INTO "CommandReceipt" ("id", "actorId", "command", "result")
      SELECT ${call.id}::uuid, ${actorId}::uuid, ${call.name}, 'null'
      FROM set_config('gleaner.actor', ${JSON.stringify({ id: actorId, name: actor.name })}, true)
      ON CONFLICT ("id") DO NOTHING`
  if (made === 0) return recall<R>(inner, actorId, call)
  const result = await work(inner)
  await inner.$executeRaw`
      UPDATE "CommandReceipt" SET "result" = ${JSON.stringify(result ?? null)}::jsonb WHERE "id" = ${call.id}::uuid`
  return result
}

async function recall<R>(tx: Tx, actorId: string | null, call: CommandCall): Promise<R> {
  const receipt = await tx.commandReceipt.findUniqueOrThrow({ where: { id: call.id } })
  if (receipt.actorId !== actorId || receipt.command !== call.name) {
    throw new AppError(
      'invalid',
      'This command id was used for something else. Reload the page and try again.',
    )
  }
  return receipt.result as R
}
