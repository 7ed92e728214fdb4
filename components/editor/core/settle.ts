import { mergeField } from '@/lib/text-merge/rules'
import { sameValue } from './document'
import { type Fields, type RowSync, resolveConflict, type Synced } from './sync'

export type Settled = Synced & {
  /** Fields in which both changes are now, without anybody having been asked. */
  merged: string[]
}

/**
 * Settles what needs no person: outside the field with the cursor, theirs is shown where nothing was written here, and
 * two changes that stand apart are put together and saved. What clashes stays a conflict.
 */
export function settleConflicts({ sync: before, screen: shown }: Synced, onScreen: Fields): Settled {
  let sync: RowSync = before
  const screen: Record<string, unknown> = { ...shown }
  const merged: string[] = []
  for (const [field, theirs] of Object.entries(before.conflicts)) {
    if (field === before.focus) continue
    const mine = onScreen[field]
    const isDirty = before.dirty.includes(field)
    const value = isDirty ? mergeField(field, before.origins[field], mine, theirs) : theirs
    if (isDirty && value === null) continue
    if (!sameValue(value, theirs)) merged.push(field)
    if (!sameValue(value, mine)) screen[field] = value
    sync = resolveConflict(sync, field, value)
  }
  return { sync, screen, merged }
}
