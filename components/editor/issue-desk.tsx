'use client'

import { Eye, Inbox as InboxIcon, List, ListChecks, PenLine } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { emptyInbox } from '@/components/inbox/core/inbox'
import { loadCaptures, saveTexts } from '@/components/inbox/core/server'
import { useAnnounce } from '@/components/ui/live-region'
import { useToast } from '@/components/ui/toast'
import { useReady } from '@/components/ui/use-ready'
import type { DisclosureNames } from '@/lib/disclosures/rules'
import type { DeskSettings, PublicationView } from '@/lib/publication/schema'
import type { LoadedIssue } from './core/state'
import { DeskBox, type DeskState } from './desk/desk-state'
import { connectEditor, createEditor } from './desk/open-editor'
import { type Desk, DeskContext, useDesk, useDeskState, useEditorState } from './desk/use-desk'
import { useInboxNews } from './desk/use-inbox-news'
import { IssueDrag } from './drag/issue-drag'
import { HeaderBar } from './header/header-bar'
import { FindBar } from './keys/find-bar'
import { KeysHelp } from './keys/keys-help'
import { useKeys } from './keys/use-keys'
import { Outline } from './outline/outline'
import { EmailProvider } from './panes/preview/use-email'
import { SidePane } from './panes/side-pane'
import { FindingsProvider } from './panes/use-findings'
import { Sheet } from './sheet/sheet'
import './editor.css'

type Props = {
  issue: LoadedIssue
  person: { id: string; email: string }
  publication: PublicationView
  settings: DeskSettings & DisclosureNames
  images: Readonly<Record<string, string>>
}

/** One issue, open for writing: outline, sheet and pane, side by side or, on a narrow screen, one at a time. */
export function IssueDesk({ issue, person, publication, settings, images }: Props) {
  const announce = useAnnounce()
  const toast = useToast()
  const [editor] = useState(() => createEditor(issue, person.id))
  const [box] = useState(() => new DeskBox(settings.sectionTemplates))
  const complain = useCallback((message: string) => toast({ message, tone: 'bad' }), [toast])
  const [inbox] = useState(() =>
    emptyInbox({
      load: loadCaptures,
      save: saveTexts,
      announce,
      complain: (error) => complain(error instanceof Error ? error.message : String(error)),
    }),
  )
  const desk = useMemo<Desk>(
    () => ({
      editor,
      desk: box,
      inbox,
      email: person.email,
      publication,
      settings,
      images,
      announce,
      tell: (message, action) => toast({ message, ...(action ? { action } : {}) }),
      complain,
    }),
    [editor, box, inbox, person.email, publication, settings, images, announce, toast, complain],
  )
  useEffect(
    () =>
      connectEditor(editor, box, (count) =>
        desk.tell(
          `${count === 1 ? 'One change' : `${count} changes`} from before ${count === 1 ? 'was' : 'were'} kept in this browser and ${count === 1 ? 'is' : 'are'} here again.`,
        ),
      ),
    [editor, box, desk],
  )
  return (
    <DeskContext value={desk}>
      <EmailProvider>
        <FindingsProvider>
          <Layout />
        </FindingsProvider>
      </EmailProvider>
    </DeskContext>
  )
}

function Layout() {
  useKeys()
  useInboxNews(useDesk())
  return (
    <Frame>
      <HeaderBar />
      <Outline />
      <IssueDrag>
        <Sheet />
        <SidePane />
      </IssueDrag>
      <ViewBar />
      <FindBar />
      <KeysHelp />
    </Frame>
  )
}

/** What changes around the parts of the desk, of which none is drawn again for it. */
function Frame({ children }: { children: ReactNode }) {
  const { tell } = useDesk()
  const ready = useReady()
  const view = useDeskState((state) => state.view)
  const notice = useEditorState((state) => state.notice)
  useEffect(() => {
    if (notice) tell(notice.text)
  }, [notice, tell])
  return (
    <div className="ed-desk" data-shows={view} inert={!ready}>
      {children}
    </div>
  )
}

/** On a narrow screen: what of the desk is shown. */
function ViewBar() {
  const { desk } = useDesk()
  const view = useDeskState((state) => state.view)
  const pane = useDeskState((state) => state.pane)
  const choice = (label: string, on: boolean, next: Partial<DeskState>, Icon: typeof Eye) => (
    <button type="button" aria-pressed={on} onClick={() => desk.set(next)}>
      <Icon aria-hidden="true" size={18} />
      {label}
    </button>
  )
  return (
    <nav className="ed-views" aria-label="Parts of the desk">
      {choice('Outline', view === 'outline', { view: 'outline' }, List)}
      {choice('Write', view === 'sheet', { view: 'sheet' }, PenLine)}
      {choice('Inbox', view === 'pane' && pane === 'inbox', { view: 'pane', pane: 'inbox' }, InboxIcon)}
      {choice('Preview', view === 'pane' && pane === 'preview', { view: 'pane', pane: 'preview' }, Eye)}
      {choice(
        'Findings',
        view === 'pane' && pane === 'findings',
        { view: 'pane', pane: 'findings' },
        ListChecks,
      )}
    </nav>
  )
}
