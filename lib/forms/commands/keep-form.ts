import { randomUUID } from 'node:crypto'
import { isWithinLimit } from '@/lib/accounts/rate-limit'
import { db } from '@/lib/db/db'
import type { AppError } from '@/lib/errors/app-error'
import type { FormKind, KeptForm } from '@/lib/forms/schema'
import { logError } from '@/lib/log/log'

/** What is wrong, by field of the form; else of the form as a whole. */
function problemsIn<F extends string>(
  fields: readonly F[],
  error: Pick<AppError, 'fields' | 'message'>,
): KeptForm<F>['problems'] {
  const known = fields.filter((name) => error.fields[name])
  if (known.length === 0) return { form: error.message } as KeptForm<F>['problems']
  return Object.fromEntries(known.map((name) => [name, error.fields[name]])) as KeptForm<F>['problems']
}

/** Postgres holds neither NUL nor half a character in JSON. */
const cut = (text: string, longest: number) => text.slice(0, longest).replace(/[\0\p{Surrogate}]/gu, '')

/**
 * Keeps what a form brought that couldn't be taken, for its writer to mend.
 * @param sent empty where it was refused unread
 * @returns the form's path with the id under which `keptForm` finds it, which nobody else knows; with a code alone
 * where nothing was read, or too many are kept already
 */
export async function keepForm<F extends string>(
  { name, path, fields, longest, limit }: FormKind<F>,
  error: AppError,
  sent: Record<string, string>,
): Promise<string> {
  const bare = `${path}?problem=${error.code}`
  // Of what was refused unread, by its sender or its size, there is nothing to keep: the page before still has it.
  if (Object.keys(sent).length === 0) return bare
  try {
    if (!(await isWithinLimit(name, '', limit))) return bare
    const typed = Object.fromEntries(fields.map((field) => [field, cut(sent[field] ?? '', longest)]))
    const id = randomUUID()
    const result = { typed, problems: problemsIn(fields, error) }
    await db().commandReceipt.create({ data: { id, command: name, result } })
    return `${path}?kept=${id}`
  } catch (thrown) {
    logError(thrown, { path })
    return bare
  }
}
