import {
  type ConflictEvent,
  type EditorLog,
  type FinalItem,
  type SaveEvent,
  type SomeTexts,
  type Texts,
  textFields,
} from './history'

const isSame = (a: SomeTexts, b: SomeTexts) => textFields.every((field) => a[field] === b[field])
const names = (fields: SomeTexts) => textFields.filter((field) => field in fields)

/** The item as the acknowledged saves up to a version make it. */
function textsAt(start: Texts, saves: SaveEvent[], version: number): Texts {
  const texts = { ...start }
  for (const save of saves) if (save.version <= version) Object.assign(texts, save.fields)
  return texts
}

/** Saves of a field that were acknowledged after version `base`, up to and with `version`. */
const savesBetween = (saves: SaveEvent[], field: keyof Texts, base: number, version: number) =>
  saves.filter((save) => field in save.fields && save.version > base && save.version <= version)

function judgeSave(save: SaveEvent, saves: SaveEvent[], start: Texts): string[] {
  const overwritten = names(save.fields).filter(
    (field) => savesBetween(saves, field, save.base, save.version - 1).length > 0,
  )
  return [
    ...overwritten.map((field) => `lost update: version ${save.version} overwrote an unseen ${field}`),
    ...(isSame(save.view, textsAt(start, saves, save.version))
      ? []
      : ['a save left its editor a stale view']),
  ]
}

function judgeConflict(conflict: ConflictEvent, saves: SaveEvent[], start: Texts): string[] {
  const { base, version, fields, theirs, view } = conflict
  const truth = textsAt(start, saves, version)
  const real = names(fields).filter((field) => savesBetween(saves, field, base, version).length > 0)
  const told = names(theirs)
  const falsely = told.filter((field) => !real.includes(field))
  const unsaid = real.filter((field) => !told.includes(field))
  const wrong = told.filter((field) => theirs[field] !== truth[field])
  return [
    ...falsely.map((field) => `false conflict in ${field} at version ${version}`),
    ...unsaid.map((field) => `a conflict in ${field} was not told`),
    ...wrong.map((field) => `a conflict showed a text of ${field} that is not there`),
    ...(isSame(view, truth) ? [] : ['a conflict left its editor a stale view']),
  ]
}

/**
 * Judges what the editors were told of one item's saves against what the item holds. Versions put the acknowledged
 * saves in one order; from that order follows all else: who overwrote what unseen, who was refused rightly, what the
 * row must hold.
 */
export function judgeSaves(logs: EditorLog[], final: FinalItem, start: Texts): string[] {
  const events = logs.flat()
  const saves = events
    .filter((event): event is SaveEvent => event.kind === 'save' && event.itemId === final.id)
    .sort((a, b) => a.version - b.version)
  const conflicts = events.filter(
    (event): event is ConflictEvent => event.kind === 'conflict' && event.itemId === final.id,
  )
  const gap = saves.findIndex((save, index) => save.version !== index + 1)
  return [
    ...(gap < 0 ? [] : [`versions of the acknowledged saves: ${saves.map((save) => save.version)}`]),
    ...(final.version === saves.length ? [] : [`version ${final.version} after ${saves.length} saves`]),
    ...(isSame(final.texts, textsAt(start, saves, saves.length))
      ? []
      : ['the row lost an acknowledged text']),
    ...saves.flatMap((save) => judgeSave(save, saves, start)),
    ...conflicts.flatMap((conflict) => judgeConflict(conflict, saves, start)),
  ]
}
