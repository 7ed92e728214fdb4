'use client'

import Link from 'next/link'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { newUuid } from '@/components/studio/new-uuid'
import { buttonClass } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { PageHeader } from '@/components/ui/page-header'
import { useToast } from '@/components/ui/toast'
import { currentDraft } from '@/lib/captures/rules'
import type { CaptureFilter, CaptureRow, CaptureList as List, OpenDraft } from '@/lib/captures/schema'
import { CaptureList } from './capture-list'
import type { Target } from './core/actions'
import { Inbox } from './core/inbox'
import { loadCaptures, saveTexts, sendMove } from './core/server'
import { DoneBar } from './done-bar'
import { DraftChoice } from './draft-choice'
import { InboxFilterBar } from './inbox-filter'
import { InboxProvider } from './inbox-provider'
import { KeysPanel } from './keys-panel'
import { LaterDialog } from './later-dialog'
import { EmptyList, ListFailure } from './list-states'
import { QuickAdd } from './quick-add'
import { TriageCards } from './triage-card'
import { type InboxDesk, useInbox, useInboxState } from './use-inbox'
import { useInboxKeys } from './use-inbox-keys'

type Props = {
  list: List
  filter: CaptureFilter
  drafts: readonly OpenDraft[]
  /** The draft that was chosen for them before, if one was. */
  issueId: string | null
  /** Today in the publication's zone, `YYYY-MM-DD`. */
  today: string
  zone: string
  now: number
}

/** The inbox as a page of its own. */
export function InboxPage({ list, filter, drafts, issueId, today, zone, now }: Props) {
  const announce = useAnnounce()
  const toast = useToast()
  const [inbox] = useState(
    () =>
      new Inbox(list, filter, {
        load: loadCaptures,
        save: saveTexts,
        announce,
        complain: (error) =>
          toast({ message: error instanceof Error ? error.message : String(error), tone: 'bad' }),
      }),
  )
  const [chosen, setChosen] = useState(issueId)
  const draft = drafts.find(({ id }) => id === chosen) ?? currentDraft(drafts, today)
  const desk = useMemo<InboxDesk>(
    () => ({ inbox, targets: draft ? targetsOf(draft) : [], zone, now, issueDate: draft?.date ?? null }),
    [inbox, draft, zone, now],
  )
  return (
    <InboxProvider value={desk}>
      <PageHeader
        title="Inbox"
        description={<DraftChoice drafts={drafts} draft={draft} onChoose={setChosen} />}
        actions={
          <>
            <Link href="/admin/inbox/anywhere" className={buttonClass()}>
              Bring links from anywhere
            </Link>
            <KeysPanel />
          </>
        }
      />
      <Body chosen={chosen} />
      <LaterDialog />
    </InboxProvider>
  )
}

function targetsOf({ sections }: OpenDraft): Target[] {
  return sections.map(({ id, title }) => ({
    id,
    name: title ?? 'the untitled section',
    place: (rows: CaptureRow[]) =>
      sendMove('place', {
        sectionId: id,
        captures: rows.map((row) => ({ id: row.id, itemId: newUuid() })),
      }),
  }))
}

function Body({ chosen }: { chosen: string | null }) {
  const { inbox } = useInbox()
  const filter = useInboxState((state) => state.filter)
  // On a phone the inbox is sorted card by card, and the card comes first.
  const cards = filter.view === 'inbox'
  const isHere = useCallback((target: Element) => !target.closest('[role$="dialog"], [role="menu"]'), [])
  useInboxKeys(isHere)
  useEffect(() => {
    // What came by another way is here when somebody comes back to look.
    const look = () => document.visibilityState === 'visible' && void inbox.refresh()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [inbox])
  useEffect(() => {
    const query = new URLSearchParams()
    if (filter.view !== 'inbox') query.set('view', filter.view)
    if (filter.q) query.set('q', filter.q)
    if (filter.source) query.set('source', filter.source)
    if (chosen) query.set('issue', chosen)
    window.history.replaceState(null, '', query.size ? `?${query}` : window.location.pathname)
  }, [filter, chosen])
  return (
    <div className={`grid grid-cols-[minmax(0,1fr)] gap-3 ${cards ? 'max-sm:pb-44' : ''}`}>
      <div className={`grid grid-cols-[minmax(0,1fr)] gap-3 ${cards ? 'max-sm:order-last' : ''}`}>
        <QuickAdd />
        <InboxFilterBar />
      </div>
      <ListFailure />
      {cards ? (
        <div className="sm:hidden">
          <TriageCards empty={<EmptyList />} />
        </div>
      ) : null}
      <div className={cards ? 'max-sm:hidden' : ''}>
        <div className="overflow-clip rounded-lg border border-rule bg-pane">
          <DoneBar />
          <CaptureList empty={<EmptyList />} />
        </div>
      </div>
    </div>
  )
}
