import pg from 'pg'

/** A statement as the driver got it. */
export type Statement = string | pg.QueryConfig

const proto = pg.Client.prototype as { query: (...args: unknown[]) => unknown }

/**
 * Notes every statement that this process sends to Postgres while `work` runs, so that the very same can be sent
 * again by the driver alone.
 */
export async function recordSql<T>(work: () => Promise<T>): Promise<{ result: T; statements: Statement[] }> {
  const original = proto.query
  const statements: Statement[] = []
  proto.query = function record(this: unknown, ...args: unknown[]) {
    const [statement, values] = args
    if (typeof statement === 'string')
      statements.push(Array.isArray(values) ? { text: statement, values } : statement)
    else if (typeof statement === 'object' && statement !== null && 'text' in statement)
      statements.push({ ...(statement as pg.QueryConfig) })
    return original.apply(this, args)
  }
  try {
    return { result: await work(), statements }
  } finally {
    proto.query = original
  }
}

/** Sends statements one after another, as they were. */
export async function replaySql(client: pg.Client, statements: Statement[]): Promise<void> {
  for (const statement of statements) await client.query(statement)
}
