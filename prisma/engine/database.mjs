import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const CHAR_OID = 18
const TEXT_OID = 25
const CHAR_MARK = '\0char'

/**
 * Reads the one-byte `"char"` type of the catalogue, which introspection asks for and the adapter refuses: the column
 * is announced as text under a marked name, and `unmark` makes it `Character` again.
 */
class CatalogClient extends pg.Client {
  _handleRowDescription(message) {
    for (const field of message.fields) {
      if (field.dataTypeID !== CHAR_OID) continue
      field.dataTypeID = TEXT_OID
      field.name += CHAR_MARK
    }
    super._handleRowDescription(message)
  }
}

function unmark(result) {
  result.columnNames.forEach((name, i) => {
    if (!name.endsWith(CHAR_MARK)) return
    result.columnNames[i] = name.slice(0, -CHAR_MARK.length)
    result.columnTypes[i] = ColumnTypeEnum.Character
  })
  return result
}

function readsCatalog(queryable) {
  const queryRaw = queryable.queryRaw.bind(queryable)
  queryable.queryRaw = async (query) => unmark(await queryRaw(query))
  return queryable
}

/**
 * A connection as the engine needs it. Its scripts are migrations: sent whole, since the adapter would cut them at
 * every semicolon, inside function bodies and strings too.
 */
function engineConnection(pool, schema, release) {
  return new PrismaPg(pool, { schema }).connect().then((connection) => {
    const startTransaction = connection.startTransaction.bind(connection)
    return Object.assign(readsCatalog(connection), {
      executeScript: async (script) => {
        await pool.query(script).catch((error) => connection.onError(error))
      },
      startTransaction: async (level) => readsCatalog(await startTransaction(level)),
      dispose: release,
    })
  })
}

function openPool(url) {
  const pool = new pg.Pool({ connectionString: url.href, Client: CatalogClient, max: 2 })
  pool.on('error', () => {})
  return pool
}

/** The address for the driver, and the `schema` parameter that only Prisma knows. */
function parseUrl(text) {
  const url = new URL(text)
  const schema = url.searchParams.get('schema') ?? undefined
  url.searchParams.delete('schema')
  return { url, schema }
}

async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/**
 * The database as the schema engine reaches it: the live one, and an empty shadow database that is made for the
 * occasion and dropped.
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource
 */
export function engineDatabase({ url: address, shadowDatabaseUrl }) {
  const connect = async (text) => {
    if (!text) throw new Error('The datasource has no url; set DATABASE_URL')
    const { url, schema } = parseUrl(text)
    const pool = openPool(url)
    return engineConnection(pool, schema, () => pool.end())
  }
  const connectToNewShadow = async () => {
    if (!address) throw new Error('A shadow database needs a url; set DATABASE_URL')
    const { url, schema } = parseUrl(address)
    const name = `gleaner_shadow_${randomUUID().replaceAll('-', '')}`
    await onServer(url, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`)
    const pool = openPool(Object.assign(new URL(url), { pathname: `/${name}` }))
    return engineConnection(pool, schema, async () => {
      await pool.end()
      await onServer(url, `DROP DATABASE ${name} WITH (FORCE)`)
    })
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(address),
    connectToShadowDb: () => (shadowDatabaseUrl ? connect(shadowDatabaseUrl) : connectToNewShadow()),
  }
}
