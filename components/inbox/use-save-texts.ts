'use client'

import { useRef, useState } from 'react'
import { CommandError } from '@/components/studio/send-command'
import { useToast } from '@/components/ui/toast'
import type { CaptureRow, CaptureText } from '@/lib/captures/schema'
import { saveTexts } from './core/server'
import { useInbox } from './use-inbox'

type Conflict = { theirs: unknown }

/** Of a text that somebody else saved meanwhile, theirs; saved once more, ours stands. */
function problemsOf({ code, fields, detail }: CommandError): Record<string, string> {
  if (code !== 'conflict') return fields
  const conflicts = Object.entries((detail.conflicts ?? {}) as Record<string, Conflict>)
  return Object.fromEntries(
    conflicts.map(([name, { theirs }]) => [
      name,
      `Somebody else wrote meanwhile: “${theirs}”. Save again to keep yours instead.`,
    ]),
  )
}

/** Saves texts of a capture. `problems`: what was wrong, by field. */
export function useSaveTexts(row: CaptureRow) {
  const { inbox } = useInbox()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const version = useRef(row.version)
  const save = async (fields: Partial<CaptureText>): Promise<boolean> => {
    setBusy(true)
    try {
      // In turn: what is sorted right after is sorted with these words.
      const saved = await inbox.inTurn(() =>
        saveTexts(row.id, Math.max(version.current, row.version), fields),
      )
      inbox.replace(row.id, { ...saved.unseen, ...fields, version: saved.version })
      setProblems({})
      return true
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      if (error.code === 'conflict') version.current = Number(error.detail.version)
      const found = problemsOf(error)
      setProblems(found)
      if (Object.keys(found).length === 0) toast({ message: error.message, tone: 'bad' })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { save, busy, problems }
}
