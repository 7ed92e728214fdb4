/** The fields that the editors write. */
export const textFields = ['headline', 'blurb', 'byline', 'credit'] as const
export type TextField = (typeof textFields)[number]
export type Texts = Record<TextField, string>
export type SomeTexts = Partial<Texts>

/** A save that was acknowledged. `view`: what the editor has before them afterwards. */
export type SaveEvent = {
  kind: 'save'
  itemId: string
  base: number
  fields: SomeTexts
  version: number
  view: Texts
}
/** A save that was refused for a conflict, with what was said of it. */
export type ConflictEvent = {
  kind: 'conflict'
  itemId: string
  base: number
  fields: SomeTexts
  version: number
  theirs: SomeTexts
  view: Texts
}
export type MoveEvent = {
  kind: 'move'
  itemId: string
  sectionId: string
  after: string | null
  order: string[]
}
export type FailureEvent = { kind: 'failure'; what: string; code: string; message: string }
export type EditEvent = SaveEvent | ConflictEvent | MoveEvent | FailureEvent

export type FinalItem = { id: string; sectionId: string; position: string; version: number; texts: Texts }

/** What one editor did to one issue, in the order in which they did it. */
export type EditorLog = EditEvent[]
