import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { childEnvironment } from '@/lib/env/env'
import { StartError } from '@/lib/errors/start-error'
import { joinTestServer } from '@/lib/testing/test-server'

const PRISMA = 'node_modules/prisma/build/index.js'
const COMPARE = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema']

/** Compares what the migrations make with what the schema says. @throws StartError with the difference as SQL */
export async function run(): Promise<number> {
  const server = await joinTestServer()
  try {
    const env = childEnvironment({ DATABASE_URL: server.url, DIRECT_DATABASE_URL: server.url })
    const args = [PRISMA, ...COMPARE, '--script', '--exit-code']
    await promisify(execFile)(process.execPath, args, { env })
    return 0
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new StartError(`The migrations don't make the schema; they lack:\n${stdout || stderr || error}`)
  } finally {
    await server.leave()
  }
}
