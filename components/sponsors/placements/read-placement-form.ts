import { readMoney } from '@/lib/money/rules'
import { type PlacementContent, placementContentSchema } from '@/lib/sponsors/schema'

type Read = { fields: Record<string, unknown> & { name: string }; problems: Record<string, string> }

const numbers = ['perIssue', 'maxCharacters', 'maxLinks', 'deadlineDays'] as const

const wholeNumber = (typed: string) => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null)

/** What a placement's form says, with what can't be read named at its field. */
export function readPlacementForm(data: FormData): Read {
  const text = (name: string) => String(data.get(name) ?? '')
  const problems: Record<string, string> = {}
  const fields: Read['fields'] = {
    name: text('name'),
    description: text('description'),
    at: text('at'),
    sectionTitle: data.has('sectionTitle') ? text('sectionTitle') : null,
    currency: text('currency'),
    imageAllowed: data.has('imageAllowed'),
    acceptsLate: data.has('acceptsLate'),
    isOffered: data.has('isOffered'),
  }
  for (const name of numbers) {
    const read = wholeNumber(text(name))
    if (read === null) problems[name] = 'Write a whole number.'
    else fields[name] = read
  }
  const price = readMoney(text('price'), text('currency').trim().toUpperCase())
  if (price === null) problems.price = 'Write an amount such as 450 or 99.50.'
  else fields.price = price
  const days = text('reminderDays')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(wholeNumber)
  if (days.includes(null))
    problems.reminderDays = 'Write whole numbers with commas between them, such as 7, 2, 0.'
  else fields.reminderDays = days
  // What the server would refuse, said at once with what can’t be read.
  for (const { path, message } of placementContentSchema.partial().safeParse(fields).error?.issues ?? [])
    problems[String(path[0])] ??= message
  return { fields, problems }
}

/** Of what a form says, what differs from what is stored. */
export function changedFrom(stored: PlacementContent, fields: Read['fields']): Record<string, unknown> {
  const content: Record<string, unknown> = stored
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(content[name])
  return Object.fromEntries(Object.entries(fields).filter(differs))
}
