import pg from 'pg'

const INVALID_CATALOG_NAME = '3D000'
const AUTHENTICATION_FAILED = ['28P01', '28000']

/** Prisma's code for a connection that failed (see its error reference). */
function prismaCode(error) {
  if (error.code === INVALID_CATALOG_NAME) return 'P1003'
  if (AUTHENTICATION_FAILED.includes(error.code)) return 'P1000'
  return 'P1001'
}

/** One line as the native engine logs it; the caller skips the first line of standard error, whatever it holds. */
function report(level, fields) {
  const line = JSON.stringify({ timestamp: new Date(), level, target: 'schema_engine::logger', fields })
  process.stderr.write(`schema-engine\n${line}\n`)
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function createDatabase(url) {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  target.pathname = '/postgres'
  await withClient(target.href, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`),
  )
}

/**
 * @param {string | undefined} command `can-connect-to-database` or `create-database`
 * @param {string} url
 * @returns {Promise<0 | 1>} the exit code
 */
export async function runCliCommand(command, url) {
  try {
    if (command === 'can-connect-to-database') await withClient(url, (client) => client.query('SELECT 1'))
    else if (command === 'create-database') await createDatabase(url)
    else throw new Error(`This engine has no command ${command}`)
    report('INFO', { message: 'Done' })
    return 0
  } catch (error) {
    report('ERROR', { message: error.message, is_panic: false, error_code: prismaCode(error) })
    return 1
  }
}
