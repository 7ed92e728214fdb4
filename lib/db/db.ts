import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import { log } from '@/lib/log/log'
import { PrismaPgInTurn } from './in-turn'
import { closePool, pgPool } from './pool'

/** What a command works with inside `transaction`, and hands on to the commands of other domains. */
export type Tx = Prisma.TransactionClient

const WAIT_FOR_CONNECTION_MS = 5_000
const TRANSACTION_LIMIT_MS = 15_000

// One for all bundles: each knows the schema as some 30 MB of objects and compiled code. Their fragments of SQL are of
// one class, since the package that makes them is in no bundle (next.config.js, scripts/steps/bundle.mjs).
const port = globalThis as { gleanerClient?: PrismaClient | undefined }

function openClient(): PrismaClient {
  const warn = (error: Error) => log().warn({ err: error }, 'A database connection was lost')
  const adapter = new PrismaPgInTurn(pgPool(), { onPoolError: warn, onConnectionError: warn })
  return new PrismaClient({ adapter })
}

/** The database of this process. For pages and commands; inside a transaction use its `tx`. */
export function db(): PrismaClient {
  port.gleanerClient ??= openClient()
  return port.gleanerClient
}

const committed = new WeakMap<Tx, (() => Promise<void>)[]>()

/** Has something done once the transaction is committed, before its caller goes on. What fails in it must not throw. */
export function afterCommit(tx: Tx, work: () => Promise<void>): void {
  committed.set(tx, [...(committed.get(tx) ?? []), work])
}

export type TransactionLimits = { maxWait: number; timeout: number }

/**
 * Runs `work` in one transaction, or in the caller's when there is one.
 * @param tx the caller's transaction, if any
 * @param limits in milliseconds: how long to wait for a connection, and how long all of it may take
 */
export async function transaction<T>(
  work: (tx: Tx) => Promise<T>,
  tx?: Tx,
  limits: TransactionLimits = { maxWait: WAIT_FOR_CONNECTION_MS, timeout: TRANSACTION_LIMIT_MS },
): Promise<T> {
  if (tx) return work(tx)
  let after: (() => Promise<void>)[] = []
  const result = await db().$transaction(async (inner) => {
    const done = await work(inner)
    after = committed.get(inner) ?? []
    return done
  }, limits)
  for (const each of after) await each()
  return result
}

/** Closes every connection of this process; the next `db()` opens new ones. */
export async function closeDb(): Promise<void> {
  const client = port.gleanerClient
  port.gleanerClient = undefined
  await client?.$disconnect()
  await closePool()
}
