import { isOverload } from '@/lib/db/is-overload'
import { AppError, errorStatus } from '@/lib/errors/app-error'
import { logError } from '@/lib/log/log'

/** Prisma's code for a unique constraint that was broken: two people took the same name at the same moment. */
const UNIQUE_BROKEN = 'P2002'
/** Seconds; as long as a transaction may take. */
const RETRY_AFTER_S = '15'

/** Whatever was thrown, as something that can be said: what is not an AppError goes to the log under an id. */
export function toAppError(error: unknown, context: Record<string, unknown>): AppError {
  if (error instanceof AppError) return error
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === UNIQUE_BROKEN) {
    return new AppError('taken', 'Somebody else took this name a moment ago. Reload and choose another.')
  }
  if (isOverload(error)) {
    const id = logError(error, context)
    const message =
      'The server has too much to do just now. What you sent was not saved; try again in a moment.'
    return new AppError('busy', message, { detail: { id }, cause: error })
  }
  const id = logError(error, context)
  const message = `Something went wrong on the server. Try again; if it stays, look for ${id} in the log.`
  return new AppError('internal', message, { detail: { id } })
}

/** The error as JSON, under the status of its code. */
export function errorResponse(error: AppError): Response {
  const { code, message, fields, detail } = error
  const headers = code === 'busy' ? { ...noStore, 'retry-after': RETRY_AFTER_S } : noStore
  return Response.json({ error: { code, message, fields, detail } }, { status: errorStatus[code], headers })
}

/** What a person is told or shown of their own is kept by nobody in between. */
export const noStore = { 'cache-control': 'private, no-store' } as const
