'use client'

import { MoreHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuLink } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import type { IssueRow } from '@/lib/issue-list/schema'
import { ClearDialog } from './clear-dialog'
import { DuplicateDialog } from './duplicate-dialog'
import { begin, tellReturned } from './issue-name'
import { RedateDialog } from './redate-dialog'

/** `next`: the date that a new issue would have. */
type Props = { row: IssueRow; name: string; next: string }
type Removed = { removalId: string; returned: number }

/** What can be done with one issue: the usual thing beside it, the rest in a menu. */
export function RowActions({ row, name, next }: Props) {
  const router = useRouter()
  const show = useToast()
  const { busy, run } = useCommand()
  const [clearing, setClearing] = useState<'skip' | 'remove' | null>(null)
  const [asking, setAsking] = useState<'date' | 'duplicate' | null>(null)
  const { can } = row
  const isBooked = row.booked.length > 0
  const path = `/api/issues/${row.id}`

  const start = () =>
    run(async () => {
      await sendCommand('POST', `${path}/open`)
      router.push(`/admin/issues/${row.id}`)
    })
  const skip = () =>
    run(async () => {
      await sendCommand('POST', `${path}/skip`)
      saySkipped(`${begin(name)} is skipped.`)
      router.refresh()
    })
  const restore = (removalId: string) =>
    run(async () => {
      const { notice } = await sendCommand<{ notice: string | null }>('POST', `${path}/restore`, {
        removalId,
      })
      show({ message: notice ?? `${begin(name)} is back.` })
      router.refresh()
    })
  const sayDeleted = (message: string, removalId: string) =>
    show({ message, action: { label: 'Undo', act: async () => void (await restore(removalId)) } })
  const unskip = (clearId?: string) =>
    run(async () => {
      const { notice } = await sendCommand<{ notice: string | null }>(
        'POST',
        `${path}/unskip`,
        clearId ? { clearId } : {},
      )
      show({ message: notice ?? `${begin(name)} is planned again.` })
      router.refresh()
    })
  const saySkipped = (message: string, clearId?: string) =>
    show({ message, action: { label: 'Undo', act: async () => void (await unskip(clearId)) } })
  const remove = () =>
    run(async () => {
      const { removalId, returned } = await sendCommand<Removed>('POST', `${path}/remove`)
      sayDeleted(`${begin(name)} is deleted.${tellReturned(returned)}`, removalId)
      router.refresh()
    })

  const hasHistory = row.publishedAt !== null
  const hasMenu = can.skip || can.redate || can.remove || can.duplicate || hasHistory || row.path
  return (
    <div className="flex items-center justify-end gap-1">
      {can.open ? (
        <Button busy={busy} onClick={() => void start()} aria-label={`Start ${name}`}>
          Start
        </Button>
      ) : null}
      {can.unskip ? (
        <Button busy={busy} onClick={() => void unskip()} aria-label={`Don’t skip ${name}`}>
          Don’t skip
        </Button>
      ) : null}
      {hasMenu ? (
        <Menu
          trigger={
            <Button tone="quiet" className="px-2" aria-label={`More for ${name}`}>
              <MoreHorizontal aria-hidden="true" size={18} />
            </Button>
          }
        >
          {row.path ? (
            <MenuLink>
              <a href={row.path} target="_blank" rel="noopener">
                Read as a reader
              </a>
            </MenuLink>
          ) : null}
          {hasHistory ? (
            <MenuLink>
              <Link href={`/admin/issues/${row.id}/history`}>History</Link>
            </MenuLink>
          ) : null}
          {can.duplicate ? <MenuItem onSelect={() => setAsking('duplicate')}>Duplicate…</MenuItem> : null}
          {can.redate ? <MenuItem onSelect={() => setAsking('date')}>Change the date…</MenuItem> : null}
          {can.skip ? (
            <MenuItem onSelect={() => (isBooked ? setClearing('skip') : void skip())}>
              Skip this week{isBooked ? '…' : ''}
            </MenuItem>
          ) : null}
          {can.remove ? (
            <MenuItem danger onSelect={() => (isBooked ? setClearing('remove') : void remove())}>
              Delete{isBooked ? '…' : ''}
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      {clearing ? (
        <ClearDialog
          row={row}
          name={name}
          issue={clearing}
          onClose={() => setClearing(null)}
          onCleared={clearing === 'skip' ? saySkipped : sayDeleted}
        />
      ) : null}
      {asking === 'date' ? <RedateDialog row={row} name={name} onClose={() => setAsking(null)} /> : null}
      {asking === 'duplicate' ? (
        <DuplicateDialog issueId={row.id} name={name} date={next} onClose={() => setAsking(null)} />
      ) : null}
    </div>
  )
}
