'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { IssueDraft } from '@/lib/issues/schema'
import { addressesOf, isUnderWay } from '@/lib/preflight/rules'
import { type Checks, noChecks } from '@/lib/preflight/schema'

/** An address that is typed changes with each letter; it is asked about once, in ms. */
const PAUSE_MS = 300
/** After a change of addresses, what is known of them is asked for so often, in ms: pages are read in the background. */
const ASKED_AFTER = [PAUSE_MS, 1500, 6000, 15_000, 40_000]
/** While links are being checked. */
const PROGRESS_MS = 2000

async function loadChecks(issueId: string, signal: AbortSignal): Promise<Checks | null> {
  try {
    const response = await fetch(`/api/issues/${issueId}/checks`, { signal })
    return response.ok ? ((await response.json()) as Checks) : null
  } catch {
    return null
  }
}

/** What the server knows of the draft’s links; asked for anew when they change, or by `again`. */
export function useChecks(draft: IssueDraft): { checks: Checks; again: () => void } {
  const [checks, setChecks] = useState<Checks>(noChecks)
  const [round, setRound] = useState(0)
  const addresses = useMemo(() => addressesOf(draft).join('\n'), [draft])
  const isRunning = isUnderWay(checks.run, Date.now())
  useEffect(() => {
    const end = new AbortController()
    const load = async () => {
      const found = document.visibilityState === 'visible' ? await loadChecks(draft.id, end.signal) : null
      if (found && !end.signal.aborted) setChecks(found)
    }
    const waits = round === 0 && addresses === '' ? [] : ASKED_AFTER
    const timers = waits.map((ms) => setTimeout(load, ms))
    const progress = isRunning ? setInterval(load, PROGRESS_MS) : null
    return () => {
      end.abort()
      for (const timer of timers) clearTimeout(timer)
      if (progress) clearInterval(progress)
    }
  }, [draft.id, addresses, round, isRunning])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { checks, again }
}
