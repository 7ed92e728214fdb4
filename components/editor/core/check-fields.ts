import { issueContentSchema, itemContentSchema, sectionContentSchema } from '@/lib/issues/schema'
import type { ApiError } from './connection'
import type { RowKind } from './document'
import type { Fields } from './sync'

const shapes = {
  issue: issueContentSchema.shape,
  section: sectionContentSchema.shape,
  item: itemContentSchema.shape,
}

/** Parts the values of a save into those the server will take, as it stores them, and the messages for the rest. */
export function checkFields(
  kind: RowKind,
  values: Fields,
): { fields: Fields; errors: Record<string, string> } {
  const fields: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const schema = Object.entries(shapes[kind]).find(([field]) => field === name)?.[1]
    const parsed = schema?.safeParse(value)
    if (parsed?.success) fields[name] = parsed.data
    else errors[name] = parsed?.error?.issues[0]?.message ?? 'This can’t be saved.'
  }
  return { fields, errors }
}

/** The server's messages by field; an error that names none of the fields sent belongs to all of them. */
export function errorsByField(error: ApiError, sent: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const [name, message] of Object.entries(error.fields)) {
    const field = name.split('.')[0] ?? ''
    if (sent.includes(field)) errors[field] = message
  }
  return Object.keys(errors).length > 0
    ? errors
    : Object.fromEntries(sent.map((field) => [field, error.message]))
}
