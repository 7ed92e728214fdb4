'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'
import { copyFields } from '@/lib/slots/rules'

export type CopyText = Record<(typeof copyFields)[number], string>
export type CopyField = keyof CopyText
export type SaveState = 'saved' | 'writing' | 'saving' | 'waiting'

const PAUSE_MS = 700
const AGAIN_MS = 4_000

type Saved = { version: number; unseen: object }
/** Of what others changed, the texts: the image is not written here. */
function textIn(unseen: unknown): Partial<CopyText> {
  const changed = Object.entries(unseen ?? {})
  return Object.fromEntries(changed.filter(([field]) => copyFields.some((known) => known === field)))
}

type Conflicts = Partial<Record<CopyField, string>>

/**
 * The copy of a slot as it is typed: saved by field a moment after the last letter, one save at a time, tried again
 * while the server can’t be reached. What another person saved meanwhile in another field comes in; in the same field
 * both texts are kept until somebody chooses.
 * @param base of the handlers, e.g. `/api/portal/slots/ID`
 */
export function useCopyDraft(base: string, stored: CopyText, storedVersion: number) {
  const [text, setText] = useState(stored)
  const [state, setState] = useState<SaveState>('saved')
  const [conflicts, setConflicts] = useState<Conflicts>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [savedAt, setSavedAt] = useState(0)
  const version = useRef(storedVersion)
  const dirty = useRef<Partial<CopyText>>({})
  const flight = useRef<Promise<void> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    if (flight.current !== null) await flight.current
    const fields = dirty.current
    if (Object.keys(fields).length === 0) return
    dirty.current = {}
    setState('saving')
    const work = sendCommand<Saved>('PATCH', `${base}/copy`, { version: version.current, fields })
      .then((saved) => {
        version.current = saved.version
        setText((now) => ({ ...now, ...textIn(saved.unseen), ...dirty.current }))
        setProblem(null)
        setSavedAt((count) => count + 1)
        setState(Object.keys(dirty.current).length > 0 ? 'writing' : 'saved')
      })
      .catch((error: unknown) => {
        if (!(error instanceof CommandError)) throw error
        if (error.code === 'conflict') {
          const { detail } = error
          const theirs = detail.conflicts as Record<CopyField, { theirs: string }>
          version.current = Number(detail.version)
          setConflicts((now) => ({
            ...now,
            ...Object.fromEntries(Object.entries(theirs).map(([field, both]) => [field, both.theirs])),
          }))
          const rest = Object.entries(fields).filter(([field]) => !(field in theirs))
          dirty.current = { ...Object.fromEntries(rest), ...dirty.current }
          setText((now) => ({ ...now, ...textIn(detail.unseen), ...dirty.current }))
          setState('waiting')
          return
        }
        dirty.current = { ...fields, ...dirty.current }
        setProblem(error.message)
        setState('waiting')
        if (error.code === 'offline') timer.current = setTimeout(() => void save(), AGAIN_MS)
      })
      .finally(() => {
        flight.current = null
      })
    flight.current = work
    await work
  }, [base])

  const write = useCallback(
    (field: CopyField, value: string) => {
      setText((now) => ({ ...now, [field]: value }))
      dirty.current = { ...dirty.current, [field]: value }
      setState('writing')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), PAUSE_MS)
    },
    [save],
  )

  /** Ends a conflict with one of the two texts. */
  const choose = useCallback(
    (field: CopyField, value: string) => {
      setConflicts(({ [field]: _, ...rest }) => rest)
      write(field, value)
    },
    [write],
  )

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(dirty.current).length > 0 || flight.current !== null) event.preventDefault()
    }
    const hide = () => void save()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('pagehide', hide)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('pagehide', hide)
      clearTimeout(timer.current)
    }
  }, [save])

  return { text, state, conflicts, problem, savedAt, version, write, choose, save }
}
