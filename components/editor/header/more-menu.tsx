'use client'

import { Ellipsis } from 'lucide-react'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { useIssueCommand } from './use-issue-command'

/** What is rarely wanted of a whole issue. */
export function MoreMenu() {
  const { desk, editor, tell } = useDesk()
  const state = useEditorState(({ loaded }) => loaded.state)
  const published = useEditorState(({ loaded }) => loaded.published)
  const asking = useDeskState((now) => now.asking)
  const { run } = useIssueCommand()
  const id = editor.state.doc.issueId
  const command = async (verb: string, said: string) => {
    if (!(await run(verb))) throw new Error(verb)
    tell(said)
  }
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
      <ConfirmDialog
        open={asking === 'withdraw'}
        onOpenChange={(open) => desk.set({ asking: open ? 'withdraw' : null })}
        title="Withdraw this issue?"
        confirm="Withdraw"
        tone="danger"
        onConfirm={() => command('withdraw', 'Withdrawn. Its address answers that it is gone.')}
      >
        Readers lose it at once, on the site and in the feed. You can bring it back.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'reinstate'}
        onOpenChange={(open) => desk.set({ asking: open ? 'reinstate' : null })}
        title="Bring this issue back to readers?"
        confirm="Bring it back"
        onConfirm={() =>
          command('reinstate', 'Readers see it again.').catch(() =>
            tell('It could not be brought back. Look at the findings.'),
          )
        }
      >
        Readers see it at once as it stands here, on the site and in the feed.
      </ConfirmDialog>
    </>
  )
}
