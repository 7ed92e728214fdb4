'use client'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { CaptureView } from '@/lib/captures/schema'
import { useInbox, useInboxState } from './use-inbox'

/** Says that the list could not be had, with a way to try again. */
export function ListFailure() {
  const { inbox } = useInbox()
  const failure = useInboxState((state) => state.failure)
  if (!failure) return null
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded-md border border-bad px-4 py-2">
      <p className="flex-1">{failure}</p>
      <Button onClick={() => void inbox.show({})}>Try again</Button>
    </div>
  )
}

const nothing: Record<CaptureView, [string, string]> = {
  inbox: ['Nothing waits', 'Paste addresses above, and sort them here when it suits you.'],
  feeds: [
    'Nothing new in the feeds',
    'What the feeds that you follow bring stands here until you keep, place or discard it; after 30 days it goes by itself.',
  ],
  later: ['Nothing is put off', 'What you put off comes back into the inbox on its day.'],
  placed: ['Nothing was placed yet', 'What you place in an issue is listed here, with where it went.'],
  discarded: ['Nothing was discarded', 'What you discard is kept here, in case.'],
}

/** What an empty list says: there is nothing, or nothing like what was asked for. */
export function EmptyList() {
  const { inbox } = useInbox()
  const { view, q, source } = useInboxState((state) => state.filter)
  const failure = useInboxState((state) => state.failure)
  if (failure) return null
  if (q !== '' || source !== null) {
    return (
      <EmptyState title="No capture is like that">
        <p>Try another word, or look in the other views.</p>
        <Button onClick={() => void inbox.show({ q: '', source: null })}>Show all</Button>
      </EmptyState>
    )
  }
  const [title, text] = nothing[view]
  return (
    <EmptyState title={title}>
      <p>{text}</p>
    </EmptyState>
  )
}
