import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from './env'

const OWNER_ONLY = 0o600

function readOrCreate(path: string): string {
  const made = randomBytes(32).toString('base64url')
  try {
    // `wx` lets one of two processes that start at once make the file; the other reads it.
    writeFileSync(path, made, { mode: OWNER_ONLY, flag: 'wx' })
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFileSync(path, 'utf8').trim()
  }
}

/**
 * A secret of this instance, base64url of 256 random bits: made once, kept in `DATA_DIR/secrets` with mode 600.
 * @param name kebab-case, e.g. `sessions`
 */
function readSecret(name: string): string {
  const folder = join(env().DATA_DIR, 'secrets')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return readOrCreate(join(folder, name))
}

/** The secret that signs session cookies: `NEXTAUTH_SECRET`, else one of our own. */
export function sessionSecret(): string {
  return env().NEXTAUTH_SECRET ?? readSecret('sessions')
}

/** Puts the origin and the secret where next-auth looks for them by itself. */
export function exportForNextAuth(): void {
  process.env.NEXTAUTH_URL = env().APP_URL
  process.env.NEXTAUTH_SECRET = sessionSecret()
}
