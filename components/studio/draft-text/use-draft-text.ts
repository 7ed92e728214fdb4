'use client'

import { useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { useToast } from '@/components/ui/toast'
import type { TextPreview } from '@/lib/draft-text/schema'

type Side = 'yours' | 'theirs' | undefined

/** The text, what it would change, and what can’t be read of it. Nothing is saved that wasn’t shown. */
export function useDraftText(issueId: string, loaded: string) {
  const show = useToast()
  const { busy, run } = useCommand()
  const [clean, setClean] = useState(loaded)
  const [text, setText] = useState(loaded)
  const [preview, setPreview] = useState<TextPreview | null>(null)
  const [prefer, setPrefer] = useState<Side>()
  const [problem, setProblem] = useState<string | null>(null)
  const changed = text !== clean

  const write = (next: string) => {
    setText(next)
    setPreview(null)
    setPrefer(undefined)
    setProblem(null)
  }
  /** What is wrong with the text is said at the text, the rest in a message. */
  const attempt = (work: () => Promise<void>) =>
    run(async () => {
      try {
        await work()
      } catch (error) {
        if (!(error instanceof CommandError) || error.code !== 'invalid') throw error
        setPreview(null)
        setProblem(error.message)
      }
    })
  const fetchPreview = async (side: Side) => {
    const choice = side ? { prefer: side } : {}
    setPreview(
      await sendCommand<TextPreview>('POST', `/api/issues/${issueId}/draft-preview`, { text, ...choice }),
    )
    setPrefer(side)
    setProblem(null)
  }
  const look = (side: Side = prefer) => attempt(() => fetchPreview(side))
  const save = () =>
    attempt(async () => {
      const path = `/api/issues/${issueId}/draft.md`
      const choice = prefer ? { prefer } : {}
      try {
        await sendCommand('PUT', path, { text, seen: preview?.seen, ...choice })
      } catch (error) {
        // Somebody was faster: what would change now is shown anew.
        if (error instanceof CommandError && error.code === 'conflict') await fetchPreview(undefined)
        throw error
      }
      const fresh = await fetch(path).catch(() => null)
      const isText = fresh?.ok && fresh.headers.get('content-type')?.startsWith('text/markdown')
      const saved = isText ? await fresh.text().catch(() => null) : null
      setClean(saved ?? text)
      setText(saved ?? text)
      setPreview(null)
      setPrefer(undefined)
      // Without its new marks, what was added would be added once more by the next save.
      show({ message: saved === null ? 'Saved. Reload the page before you change more.' : 'Saved.' })
    })
  return { text, write, changed, preview, prefer, problem, busy, look, save }
}
