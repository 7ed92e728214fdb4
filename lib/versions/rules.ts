/** A row that several people may edit: an integer version, and for each field the version that last set it. */
export type Versioned = { version: number; fieldVersions: Record<string, number> }

/** `yours` is what the save brought, `theirs` what the row holds. */
export type FieldConflict = { yours: unknown; theirs: unknown }

export type Merge<F extends object> = {
  /** What the save really changes; may be empty. */
  changed: Partial<F>
  /** Fields that somebody else saved since the version this save was made from, to another value. */
  conflicts: Record<string, FieldConflict>
  /** Fields not in the save that changed since that version: what the person has not seen yet. */
  unseen: Partial<F>
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Merges a save made from version `base` into the row. Different fields never conflict; the same field does only
 * where another value was saved since; saving the value that is there changes nothing and conflicts with nothing.
 */
export function mergeSave<F extends object>(
  current: F,
  { fieldVersions }: Versioned,
  base: number,
  fields: Partial<F>,
): Merge<F> {
  const merge: Merge<F> = { changed: {}, conflicts: {}, unseen: {} }
  for (const field of Object.keys(current) as (keyof F & string)[]) {
    const newer = (fieldVersions[field] ?? 0) > base
    if (!(field in fields)) {
      if (newer) merge.unseen[field] = current[field]
    } else if (!same(fields[field], current[field])) {
      if (newer) merge.conflicts[field] = { yours: fields[field], theirs: current[field] }
      else merge.changed[field] = fields[field] as F[typeof field]
    }
  }
  return merge
}

/** The versions of a row after `changed` was saved into it; unchanged when nothing was. */
export function raiseVersions(row: Versioned, changed: object): Versioned {
  const names = Object.keys(changed)
  if (names.length === 0) return row
  const version = row.version + 1
  return {
    version,
    fieldVersions: { ...row.fieldVersions, ...Object.fromEntries(names.map((name) => [name, version])) },
  }
}

/** Of a partial object, the fields that were given. */
export function given<T extends object>(fields: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
