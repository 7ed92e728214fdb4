'use client'

import { Ellipsis } from 'lucide-react'
import { useEffect } from 'react'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { FailureNote } from './failure-note'
import { useIssueCommand } from './use-issue-command'

/** What is rarely wanted of a whole issue. */
export function MoreMenu() {
  const { desk, editor } = useDesk()
  const state = useEditorState(({ loaded }) => loaded.state)
  const published = useEditorState(({ loaded }) => loaded.published)
  const id = editor.state.doc.issueId
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="ed-icon" aria-label="More">
            <Ellipsis aria-hidden="true" size={18} />
          </button>
        }
      >
        {published && state === 'PUBLISHED' ? (
          <MenuLink>
            <a href={published.path} target="_blank" rel="noopener">
              View on site
            </a>
          </MenuLink>
        ) : null}
        <MenuLink>
          <a href={`/admin/issues/${id}/history`}>History</a>
        </MenuLink>
        <MenuLink>
          <a href={`/admin/issues/${id}/versions`}>Versions of the draft</a>
        </MenuLink>
        <MenuLink>
          <a href={`/admin/issues/${id}/text`}>As one text</a>
        </MenuLink>
        <MenuItem onSelect={() => desk.set({ envelopeOpen: true, view: 'sheet' })}>Envelope</MenuItem>
        <MenuItem onSelect={() => desk.set({ finding: true, view: 'sheet' })}>Find in this issue</MenuItem>
        <MenuItem onSelect={() => desk.set({ keysShown: true })}>Keys</MenuItem>
        {state === 'PUBLISHED' ? (
          <>
            <MenuSeparator />
            <MenuItem danger onSelect={() => desk.set({ asking: 'withdraw' })}>
              Withdraw…
            </MenuItem>
          </>
        ) : null}
        {state === 'WITHDRAWN' ? (
          <MenuItem onSelect={() => desk.set({ asking: 'reinstate' })}>Bring it back to readers…</MenuItem>
        ) : null}
      </Menu>
      <Question
        about="withdraw"
        title="Withdraw this issue?"
        confirm="Withdraw"
        tone="danger"
        said="Withdrawn. Its address answers that it is gone."
      >
        Readers lose it at once, on the site and in the feed. You can bring it back.
      </Question>
      <Question
        about="reinstate"
        title="Bring this issue back to readers?"
        confirm="Bring it back"
        said="Readers see it again."
      >
        Readers see it at once as it stands here, on the site and in the feed.
      </Question>
    </>
  )
}

type QuestionProps = {
  about: 'withdraw' | 'reinstate'
  title: string
  confirm: string
  tone?: 'danger'
  /** What is told once it is done. */
  said: string
  children: string
}

/** Asks before a command; stays open, with the reason, where it was refused. */
function Question({ about, title, confirm, tone, said, children }: QuestionProps) {
  const { desk, tell } = useDesk()
  const open = useDeskState(({ asking }) => asking === about)
  const { failure, run, forget } = useIssueCommand()
  const answer = async () => {
    const { failure: reason } = await run(about)
    if (reason) throw new Error(reason.message)
    tell(said)
  }
  useEffect(() => {
    if (!open) forget()
  }, [open, forget])
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(now) => desk.set({ asking: now ? about : null })}
      title={title}
      confirm={confirm}
      {...(tone ? { tone } : {})}
      onConfirm={answer}
    >
      {children}
      {failure ? <FailureNote failure={failure} /> : null}
    </ConfirmDialog>
  )
}
