import { AppError } from '@/lib/errors/app-error'
import type { Merge, Versioned } from './rules'

/** `unseen`: fields that others changed since the version the save was made from, as they are now. */
export type Saved<F extends object> = { version: number; unseen: Partial<F> }

/** @throws AppError `conflict`, holding for each field both texts, so that nothing typed is lost */
export function refuseConflicts<F extends object>(row: Versioned, merge: Merge<F>): void {
  if (Object.keys(merge.conflicts).length === 0) return
  throw new AppError('conflict', 'Somebody else changed the same text meanwhile. Choose between the two.', {
    detail: { version: row.version, conflicts: merge.conflicts, unseen: merge.unseen },
  })
}
