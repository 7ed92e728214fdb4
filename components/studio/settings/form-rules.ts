import { type Settings, settingsSchema } from '@/lib/publication/schema'
import type { FieldConflict } from '@/lib/versions/rules'

export type SettingName = keyof Settings

/** `base`: what the server has, as of `version`. `draft`: what is in the form. */
export type SettingsState = {
  version: number
  base: Settings
  draft: Settings
  /** Fields that somebody else saved meanwhile and this person changed too; each waits for a choice. */
  conflicts: Partial<Record<SettingName, FieldConflict>>
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The fields that differ from what the server has. */
export function changedFields({ base, draft }: SettingsState): Partial<Settings> {
  const names = Object.keys(draft) as SettingName[]
  return Object.fromEntries(
    names.filter((name) => !same(base[name], draft[name])).map((name) => [name, draft[name]]),
  )
}

/** What a save sends: what changed, less what waits for a choice. */
export function fieldsToSave(state: SettingsState): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(changedFields(state)).filter(([name]) => !(name in state.conflicts)),
  )
}

/** `at`: where in a list it is, such as the name of its third row: `[2, 'name']`; empty for all of the field. */
export type Problem = { message: string; at: readonly PropertyKey[] }

/** What is wrong first in each changed field that can't be saved as it is. */
export function problemsOf(fields: Partial<Settings>): Partial<Record<SettingName, Problem>> {
  const parsed = settingsSchema.partial().safeParse(fields)
  const problems: Partial<Record<SettingName, Problem>> = {}
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [name, ...at] = path
    problems[name as SettingName] ??= { message, at }
  }
  return problems
}

/** Whether the problem is about this place of its field, or about all of it. */
export function isAbout({ at }: Problem, place: readonly PropertyKey[]): boolean {
  return at.every((step, depth) => step === place[depth])
}

/** After a save: what was sent is what the server has now, tidied as it tidies; what others saved shows too. */
export function afterSave(
  state: SettingsState,
  sent: Partial<Settings>,
  answer: { version: number; unseen: Partial<Settings> },
): SettingsState {
  const kept = settingsSchema.partial().parse(sent) as Partial<Settings>
  return takeIn({ ...state, version: answer.version }, { ...kept, ...answer.unseen }, sent)
}

/** After a refused save: nothing of it was kept; each field that two people changed shows both values. */
export function afterConflict(
  state: SettingsState,
  detail: { version: number; conflicts: Record<string, FieldConflict>; unseen: Partial<Settings> },
): SettingsState {
  const theirs = Object.fromEntries(
    Object.entries(detail.conflicts).map(([name, conflict]) => [name, conflict.theirs]),
  ) as Partial<Settings>
  const next = takeIn({ ...state, version: detail.version }, { ...theirs, ...detail.unseen }, {})
  return { ...next, conflicts: { ...state.conflicts, ...detail.conflicts } }
}

/** Ends a conflict: `mine` goes out with the next save, `theirs` replaces it. */
export function settleConflict(
  state: SettingsState,
  name: SettingName,
  choice: 'mine' | 'theirs',
): SettingsState {
  const { [name]: _settled, ...conflicts } = state.conflicts
  const draft = choice === 'mine' ? state.draft : { ...state.draft, [name]: state.base[name] }
  return { ...state, conflicts, draft }
}

/** Takes values of the server in. A field shows them unless the person has typed something else since `sent`. */
function takeIn(state: SettingsState, values: Partial<Settings>, sent: Partial<Settings>): SettingsState {
  const draft = { ...state.draft }
  for (const name of Object.keys(values) as SettingName[]) {
    const untouched = same(draft[name], name in sent ? sent[name] : state.base[name])
    if (untouched) Object.assign(draft, { [name]: values[name] })
  }
  return { ...state, base: { ...state.base, ...values }, draft }
}
