'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Page } from '@/components/studio/page'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** A page that could not be made. The id finds the error in the log; its text stays there. */
export default function StudioError({ error, reset }: Props) {
  const router = useRouter()
  // Asks the server again: the error alone would be shown from what it answered before.
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <Page>
      <h1 className="sr-only">Something went wrong</h1>
      <EmptyState title="This page could not be shown">
        <p>What you saved is safe. Try again; if it stays, tell the operator this id.</p>
        {error.digest ? <code className="rounded bg-sunk px-2 py-1 text-ink">{error.digest}</code> : null}
        <Button tone="primary" onClick={retry}>
          Try again
        </Button>
      </EmptyState>
    </Page>
  )
}
