'use client'

import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { useDesk } from '@/components/editor/desk/use-desk'
import { CommandError, sendCommand } from '@/components/studio/send-command'
import { addressesOf, isUnderWay } from '@/lib/preflight/rules'
import type { LinkRun } from '@/lib/preflight/schema'
import { useChecked } from './use-findings'

/** Has every link of the issue looked at, and says how far that is; what was found is among the findings. */
export function LinkCheck() {
  const { editor, tell } = useDesk()
  const { draft, checks, lookAgain } = useChecked()
  const [asking, setAsking] = useState(false)
  const { run } = checks
  const isRunning = isUnderWay(run, Date.now())
  const start = async () => {
    setAsking(true)
    try {
      // What is on the screen is what is checked.
      await editor.settle()
      await sendCommand<LinkRun>('POST', `/api/issues/${draft.id}/check-links`)
      lookAgain()
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      tell(error.message)
    } finally {
      setAsking(false)
    }
  }
  const count = new Set(addressesOf(draft)).size
  return (
    <div className="ed-check">
      <button type="button" disabled={asking || isRunning || count === 0} onClick={() => void start()}>
        <Link2 aria-hidden="true" size={14} /> Check links
      </button>
      {run && isRunning ? (
        <progress max={Math.max(run.total, 1)} value={run.done} aria-label="Links checked" />
      ) : null}
      <p role="status">{run && isRunning ? `${run.done} of ${run.total} looked at` : saidOf(run, count)}</p>
    </div>
  )
}

function saidOf(run: LinkRun | null, count: number): string {
  if (count === 0) return 'There are no links yet.'
  if (!run?.finishedAt) return `${count === 1 ? 'One link' : `${count} links`} in this issue`
  const at = new Date(run.finishedAt)
  const day =
    at.toDateString() === new Date().toDateString()
      ? ''
      : `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}, `
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return `${run.total === 1 ? 'One link' : `${run.total} links`} checked, ${day}${time}`
}
