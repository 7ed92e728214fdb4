import { randomBytes } from 'node:crypto'
import pino, { type Logger } from 'pino'
import { env } from '@/lib/env/env'

const STDERR = 2
const port = globalThis as { gleanerLog?: Logger | undefined }

/**
 * What the log keeps of an error. Not all that hangs on it: a driver's error carries its whole connection, 3 KB for
 * each of those that a restart of the database cuts.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  const code = 'code' in error ? { code: error.code } : {}
  // Next's own id of an error, which is all that the studio's error page can show.
  const digest = 'digest' in error ? { digest: error.digest } : {}
  return {
    name,
    message,
    ...code,
    ...digest,
    stack,
    ...(cause === undefined ? {} : { cause: errorFields(cause) }),
  }
}

/**
 * The log of this process: one JSON object a line on standard error, which leaves standard output to what a command
 * was asked for.
 */
export function log(): Logger {
  port.gleanerLog ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorFields },
    },
    pino.destination({ dest: STDERR, sync: true }),
  )
  return port.gleanerLog
}

/**
 * Logs what went wrong under a fresh id, which is all that a person is shown.
 * @returns the id, 12 characters
 */
export function logError(error: unknown, context: Record<string, unknown> = {}): string {
  const errorId = randomBytes(9).toString('base64url')
  log().error({ errorId, err: error, ...context }, error instanceof Error ? error.message : String(error))
  return errorId
}
