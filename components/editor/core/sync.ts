import { sameValue } from './document'

export type Fields = Readonly<Record<string, unknown>>

/** A save on its way: `fields` as sent, `raw` as they stood on the screen, `version` the one it was made from. */
export type Save = { commandId: string; version: number; fields: Fields; raw: Fields }

/**
 * What is known of a row on the server, and what of the screen it has not got yet.
 * `base`: the server's values at `version`. `dirty`: fields to be saved. `conflicts`: the server's value of fields
 * that somebody else saved meanwhile; they are not sent until the person has chosen. `errors`: why a field was
 * refused; it is not sent again before it changes. `origins`: what a field in conflict was before either changed it.
 * `focus`: the field in which the cursor is; what others write there is held back as a conflict.
 */
export type RowSync = {
  readonly version: number
  readonly base: Fields
  readonly dirty: readonly string[]
  readonly sending: Save | null
  readonly conflicts: Fields
  readonly errors: Readonly<Record<string, string>>
  readonly origins: Fields
  readonly focus: string | null
}

/** A transition: the row as known, and what has to change on the screen. */
export type Synced = { sync: RowSync; screen: Fields }

export function newSync(version: number, base: Fields): RowSync {
  return { version, base, dirty: [], sending: null, conflicts: {}, errors: {}, origins: {}, focus: null }
}

const without = <T>(record: Readonly<Record<string, T>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))

/** The person changed a field; back at the server's value it needs no save, unless another one is on its way. */
export function editField(sync: RowSync, field: string, value: unknown): RowSync {
  const rest = sync.dirty.filter((name) => name !== field)
  const clean = sameValue(value, sync.base[field]) && !(sync.sending && field in sync.sending.fields)
  const errors = field in sync.errors ? without(sync.errors, [field]) : sync.errors
  const conflicts = clean && field in sync.conflicts ? without(sync.conflicts, [field]) : sync.conflicts
  if (!clean && sync.dirty.includes(field) && errors === sync.errors) return sync
  return { ...sync, dirty: clean ? rest : [...rest, field], errors, conflicts }
}

/** The fields that a save may carry now. */
export function fieldsToSend({ dirty, conflicts, errors }: RowSync): string[] {
  return dirty.filter((field) => !(field in conflicts) && !(field in errors))
}

export function beginSave(sync: RowSync, save: Save): RowSync {
  return { ...sync, sending: save }
}

/** The server took the save. `unseen` is what others changed in other fields since its version. */
export function acceptSave(
  sync: RowSync,
  screen: Fields,
  { version, unseen }: { version: number; unseen: Fields },
): Synced {
  const save = sync.sending
  if (!save) return { sync, screen: {} }
  const done = Object.keys(save.fields).filter((field) => sameValue(screen[field], save.raw[field]))
  const taken: RowSync = {
    ...sync,
    version: Math.max(version, sync.version),
    base: { ...sync.base, ...save.fields },
    dirty: sync.dirty.filter((field) => !done.includes(field)),
    sending: null,
  }
  return takeValues(taken, screen, unseen, true)
}

/**
 * The server's values of some fields: shown where nothing waits to be saved and the cursor isn't, else a conflict.
 * `news`: the server said that they changed since our version; otherwise those that we knew are no news.
 */
function takeValues(sync: RowSync, screen: Fields, values: Fields, news: boolean): Synced {
  const conflicts: Record<string, unknown> = { ...sync.conflicts }
  const shown: Record<string, unknown> = {}
  let dirty = sync.dirty
  for (const [field, theirs] of Object.entries(values)) {
    const isDirty = dirty.includes(field)
    const isNews = (news && isDirty) || !sameValue(theirs, sync.base[field]) || field in conflicts
    if (sameValue(screen[field], theirs)) {
      dirty = dirty.filter((name) => name !== field)
      delete conflicts[field]
    } else if (!isDirty && field !== sync.focus) shown[field] = theirs
    else if (isNews) conflicts[field] = theirs
  }
  const origins = originsOf(sync, conflicts)
  return { sync: { ...sync, base: { ...sync.base, ...values }, dirty, conflicts, origins }, screen: shown }
}

/** What each field in conflict was before: as known when the conflict began, however often theirs changes after. */
function originsOf(sync: RowSync, conflicts: Fields): Fields {
  const origin = (field: string) => (field in sync.conflicts ? sync.origins[field] : sync.base[field])
  return Object.fromEntries(Object.keys(conflicts).map((field) => [field, origin(field)]))
}

/** The server refused the save, since the same fields were saved by somebody else: nothing of it is saved. */
export function conflictSave(
  sync: RowSync,
  screen: Fields,
  answer: { version: number; theirs: Fields; unseen: Fields },
): Synced {
  const idle = { ...sync, sending: null, version: Math.max(answer.version, sync.version) }
  const { sync: seen, screen: shown } = takeValues(idle, screen, answer.unseen, true)
  const conflicts: Record<string, unknown> = { ...seen.conflicts }
  const agreed: string[] = []
  for (const [field, theirs] of Object.entries(answer.theirs)) {
    if (sameValue(screen[field], theirs)) agreed.push(field)
    else conflicts[field] = theirs
  }
  return {
    sync: {
      ...seen,
      base: { ...seen.base, ...answer.theirs },
      dirty: seen.dirty.filter((field) => !agreed.includes(field)),
      conflicts: without(conflicts, agreed),
      origins: originsOf(seen, without(conflicts, agreed)),
    },
    screen: shown,
  }
}

/** The server (or the schema, before sending) won't have these values; they stay on the screen, unsaved. */
export function refuseSave(sync: RowSync, screen: Fields, errors: Readonly<Record<string, string>>): RowSync {
  const still = Object.entries(errors).filter(([field]) => {
    return !sync.sending || sameValue(sync.sending.raw[field], screen[field])
  })
  return { ...sync, sending: null, errors: { ...sync.errors, ...Object.fromEntries(still) } }
}

/** The person chose what a field in conflict shall hold: mine, theirs or both texts merged. */
export function resolveConflict(sync: RowSync, field: string, value: unknown): RowSync {
  const rest = sync.dirty.filter((name) => name !== field)
  const dirty = sameValue(value, sync.base[field]) ? rest : [...rest, field]
  return {
    ...sync,
    dirty,
    conflicts: without(sync.conflicts, [field]),
    origins: without(sync.origins, [field]),
  }
}

/** The row as the server holds it now, after a refresh or a restore. Nothing of it is on its way. */
export function takeRow(sync: RowSync, screen: Fields, version: number, values: Fields): Synced {
  if (version < sync.version || sync.sending) return { sync, screen: {} }
  return takeValues({ ...sync, version }, screen, values, false)
}

/** A row that came back: what the screen says is to be saved where the server says otherwise. */
export function rebaseRow(sync: RowSync, screen: Fields, version: number, values: Fields): RowSync {
  const dirty = Object.keys(values).filter((field) => !sameValue(values[field], screen[field]))
  return { ...sync, version, base: values, dirty, conflicts: {}, origins: {} }
}
