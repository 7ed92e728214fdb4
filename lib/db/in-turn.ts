import { PrismaPg } from '@prisma/adapter-pg'
import type { IsolationLevel, Transaction } from '@prisma/driver-adapter-utils'

/**
 * Prisma reads the relations of one `include` side by side. Inside a transaction these share a connection, which takes
 * one query at a time: node-postgres queues them with a warning now, and refuses them from version 9. So the queue is
 * ours.
 */
export class PrismaPgInTurn extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level?: IsolationLevel) => queriedInTurn(await start(level))
    return adapter
  }
}

/** The same transaction, asking Postgres the next query when the one before is answered, well or not. */
function queriedInTurn(tx: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn =
    <Query, Answer>(ask: (query: Query) => Promise<Answer>) =>
    (query: Query): Promise<Answer> => {
      const answer = last.then(() => ask(query))
      last = answer.catch(() => undefined)
      return answer
    }
  tx.queryRaw = inTurn(tx.queryRaw.bind(tx))
  tx.executeRaw = inTurn(tx.executeRaw.bind(tx))
  return tx
}
