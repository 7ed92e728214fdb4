import { randomUUID } from 'node:crypto'
import { isWithinLimit } from '@/lib/accounts/rate-limit'
import { db } from '@/lib/db/db'
import type { AppError } from '@/lib/errors/app-error'
import { logError } from '@/lib/log/log'
import { KEPT_REQUEST } from '@/lib/storefront/queries'
import { requestLimits } from '@/lib/storefront/rules'
import { type KeptRequest, requestFields } from '@/lib/storefront/schema'

const FORM = '/sponsor-us/request'
const LONGEST_FIELD = 4000

/** What is wrong, by field of the form; else of the form as a whole. */
function problemsIn({ fields, message }: AppError): KeptRequest['problems'] {
  const known = requestFields.flatMap((name) => (fields[name] ? [[name, fields[name]] as const] : []))
  return known.length > 0 ? Object.fromEntries(known) : { form: message }
}

/** Postgres holds neither NUL nor half a character in JSON. */
const cut = (text: string) => text.slice(0, LONGEST_FIELD).replace(/[\0\p{Surrogate}]/gu, '')

/**
 * Keeps what a form brought that couldn't be taken, for its writer to mend.
 * @returns the form's path with the id under which `keptRequest` finds it, which nobody else knows; with a code alone
 * where too many are kept already
 */
export async function keepRequestForm(error: AppError, sent: Record<string, string>): Promise<string> {
  const bare = `${FORM}?problem=${error.code}`
  // What another site sent was not even read.
  if (error.code === 'origin') return bare
  try {
    if (!(await isWithinLimit('request-kept', '', requestLimits.kept))) return bare
    const typed = Object.fromEntries(requestFields.map((name) => [name, cut(sent[name] ?? '')]))
    const result: KeptRequest = { typed, problems: problemsIn(error) }
    const id = randomUUID()
    await db().commandReceipt.create({ data: { id, command: KEPT_REQUEST, result } })
    return `${FORM}?kept=${id}`
  } catch (thrown) {
    logError(thrown, { path: FORM })
    return bare
  }
}
