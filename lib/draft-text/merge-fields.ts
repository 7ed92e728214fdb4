import { mergeField } from '@/lib/text-merge/rules'
import type { SaveText, TextClash } from './schema'

export type Prefer = SaveText['prefer']

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const labels: Record<string, string> = {
  url: 'Address',
  slug: 'Address',
  links: 'Further links',
  lang: 'Language',
  dir: 'Direction',
}
const labelOf = (field: string) => labels[field] ?? field.charAt(0).toUpperCase() + field.slice(1)

function shown(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'string' ? each : `${each.label} ${each.url}`)).join(', ')
  return value === null || value === undefined ? '' : String(value)
}

/**
 * One row by three versions of it: as the text was taken (`base`), as it is in the text (`mine`) and as it is on the
 * server. What the text left alone stays as the server has it, to the letter: `theirs` is as stored, `theirsRead` as a
 * text would have it.
 */
export function mergeFields<C extends object>(
  name: string,
  { base, mine, theirs, theirsRead }: { base: C; mine: C; theirs: C; theirsRead: C },
  prefer: Prefer,
  clashes: TextClash[],
): C {
  const merged = { ...theirs }
  for (const field of Object.keys(mine) as (keyof C & string)[]) {
    const [was, ours, other] = [base[field], mine[field], theirsRead[field]]
    if (same(ours, was) || same(ours, other)) continue
    if (same(other, was)) merged[field] = ours
    else {
      const both = mergeField(field, was, ours, other)
      if (both !== null) merged[field] = both as C[typeof field]
      else {
        clashes.push({ name, what: labelOf(field), yours: shown(ours), theirs: shown(other) })
        if (prefer !== 'theirs') merged[field] = ours
      }
    }
  }
  return merged
}

export const isChanged = (a: object, b: object) => !same(a, b)
