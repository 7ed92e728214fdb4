'use client'

import { useCallback, useEffect, useState } from 'react'
import { askAgain, type KnownPage, loadPage } from '@/components/studio/known-page'
import { addressProblem } from '@/lib/address/rules'

const nothing: KnownPage = { page: null, service: null }
/** When it is asked for, in ms after the address stands: pages are read a few seconds after it was saved. */
const ASKED_AFTER = [400, 4000, 8000, 14_000, 24_000, 40_000]

/**
 * What the page at an address says, as soon as it was read; nothing that is typed waits for it. `lookAgain` has it read
 * once more.
 */
export function usePage(address: string, wanted: boolean) {
  const [known, setKnown] = useState<KnownPage & { address: string }>({ ...nothing, address: '' })
  const [since, setSince] = useState<{ address: string; lookedAt: string | null }>({
    address: '',
    lookedAt: null,
  })
  const asks = wanted && addressProblem(address) === null
  const after = since.address === address ? since.lookedAt : null
  useEffect(() => {
    if (!asks) return
    const end = new AbortController()
    const timers = ASKED_AFTER.map((ms) =>
      setTimeout(async () => {
        const found = await loadPage(address, end.signal)
        if (!found || end.signal.aborted) return
        setKnown({ ...found, address })
        const isNew = found.page !== null && found.page.lookedAt !== after
        if (isNew) for (const timer of timers) clearTimeout(timer)
      }, ms),
    )
    return () => {
      end.abort()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [address, asks, after])
  const lookAgain = useCallback(async () => {
    await askAgain(address)
    setSince({ address, lookedAt: known.page?.lookedAt ?? '' })
  }, [address, known.page?.lookedAt])
  return { known: known.address === address ? known : nothing, lookAgain }
}
