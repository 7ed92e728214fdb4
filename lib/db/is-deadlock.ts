/** PostgreSQL's code for a transaction that it ended because two waited for each other. */
const DEADLOCK = '40P01'
/** Prisma's own code for that, which it gives for its own statements; of a raw one the message has PostgreSQL's. */
const PRISMA_CONFLICT = 'P2034'

/** Whether Postgres ended the transaction so that another could go on; done again, it will most likely succeed. */
export function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  return code === PRISMA_CONFLICT || code === DEADLOCK || error.message.includes(DEADLOCK)
}
