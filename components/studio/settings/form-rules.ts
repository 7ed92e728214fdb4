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

/** A message for each changed field that can't be saved as it is. */
export function problemsOf(fields: Partial<Settings>): Partial<Record<SettingName, string>> {
  const parsed = settingsSchema.partial().safeParse(fields)
  const problems: Partial<Record<SettingName, string>> = {}
  for (const issue of parsed.error?.issues ?? []) problems[issue.path[0] as SettingName] ??= issue.message
  return problems
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
