'use client'

import { useCallback, useMemo, useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { useToast } from '@/components/ui/toast'
import type { Settings } from '@/lib/publication/schema'
import {
  afterConflict,
  afterSave,
  changedFields,
  fieldsToSave,
  isAbout,
  problemsOf,
  type SettingName,
  type SettingsState,
  settleConflict,
} from './form-rules'

type Messages = Partial<Record<SettingName, string>>
type Answer = { version: number; unseen: Partial<Settings> }

/** Everything that the fields of the settings need. */
export type SettingsForm = ReturnType<typeof useSettings>

/** The settings being edited: changes are kept until they are saved, and a problem shows once its field is left. */
export function useSettings(initial: { version: number; settings: Settings }) {
  const show = useToast()
  const { busy, run } = useCommand()
  const [state, setState] = useState<SettingsState>({
    version: initial.version,
    base: initial.settings,
    draft: initial.settings,
    conflicts: {},
  })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Messages>({})

  const changed = useMemo(() => changedFields(state), [state])
  const problems = useMemo(() => problemsOf(changed), [changed])
  const count = Object.keys(changed).length

  const set = useCallback(<K extends SettingName>(name: K, value: Settings[K]) => {
    setState((now) => ({ ...now, draft: { ...now.draft, [name]: value } }))
    setRefused(({ [name]: _gone, ...rest }) => rest)
  }, [])
  const leave = useCallback((name: SettingName) => setLeft((names) => new Set(names).add(name)), [])
  const errorOf = (name: SettingName) =>
    refused[name] ?? (left.has(name) ? problems[name]?.message : undefined)
  /** What a control of a list takes while the problem that is shown, at this id, is about its place. */
  const controlAt = (name: SettingName, errorId: string, ...place: [number, string]) => {
    const problem = problems[name]
    const isWrong = errorOf(name) && (!problem || isAbout(problem, place))
    return isWrong ? { 'aria-invalid': true, 'aria-describedby': errorId } : {}
  }

  const save = () =>
    run(async () => {
      const fields = fieldsToSave(state)
      if (Object.keys(fields).length === 0) return
      try {
        const answer = await sendCommand<Answer>('PATCH', '/api/publication', {
          version: state.version,
          fields,
        })
        setState((now) => afterSave(now, fields, answer))
        show({ message: 'The settings are saved.' })
      } catch (error) {
        if (!(error instanceof CommandError)) throw error
        if (error.code === 'conflict') {
          setState((now) => afterConflict(now, error.detail as Parameters<typeof afterConflict>[1]))
        }
        setRefused(error.fields)
        throw error
      }
    })

  return {
    draft: state.draft,
    conflicts: state.conflicts,
    count,
    busy,
    /** Fields whose problems are shown, in the order of the page. */
    problems: (Object.keys(state.draft) as SettingName[]).filter((name) => errorOf(name)),
    hasProblems: Object.keys(problems).length > 0,
    showProblems: () => setLeft(new Set(Object.keys(state.draft))),
    set,
    leave,
    errorOf,
    controlAt,
    save,
    settle: (name: SettingName, choice: 'mine' | 'theirs') =>
      setState((now) => settleConflict(now, name, choice)),
    discard: () => {
      setState((now) => ({ ...now, draft: now.base, conflicts: {} }))
      setRefused({})
    },
  }
}
