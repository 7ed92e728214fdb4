import { nameOfCapture } from '@/lib/captures/rules'
import type { CaptureRow, CaptureView } from '@/lib/captures/schema'
import { formatDay } from '@/lib/times/rules'
import type { Inbox } from './inbox'
import { sendMove } from './server'
import type { InboxState, Moved } from './state'

/** A section that captures can go into: its name, and how they get there. */
export type Target = {
  id: string
  name: string
  place: (rows: CaptureRow[]) => Promise<Moved>
  /** It shows beside the inbox, and so begins at once. */
  atOnce?: boolean
}

const named = (inbox: Inbox, ids: readonly string[]) => {
  const row = inbox.state.rows.find(({ id }) => id === ids[0])
  return ids.length === 1 && row ? `“${nameOfCapture(row)}”` : `${ids.length} captures`
}

const idsOf = (rows: CaptureRow[]) => rows.map(({ id }) => id)

export function discard(inbox: Inbox, ids: readonly string[] = inbox.targets()): void {
  inbox.move(ids, 'discarded', `Discarded ${named(inbox, ids)}`, (rows) =>
    sendMove('discard', { ids: idsOf(rows) }),
  )
}

/** @param until `YYYY-MM-DD` */
export function postpone(inbox: Inbox, until: string, ids: readonly string[]): void {
  const says = `Put off ${named(inbox, ids)} until ${formatDay(until)}`
  inbox.move(ids, 'later', says, (rows) => sendMove('later', { ids: idsOf(rows), until }))
}

/** Which of some captures can come back into the inbox: of what was placed, what was taken out of its issue since. */
export function reopenable(
  { filter, rows }: Pick<InboxState, 'filter' | 'rows'>,
  ids: readonly string[],
): string[] {
  const { view } = filter
  const isLoose = ({ placed }: CaptureRow) => (view === 'placed' ? !placed?.isThere : abilities[view].reopen)
  return rows.filter((row) => ids.includes(row.id) && isLoose(row)).map(({ id }) => id)
}

export function reopen(inbox: Inbox, ids: readonly string[] = inbox.targets()): void {
  const loose = reopenable(inbox.state, ids)
  const says = `Back in the inbox: ${named(inbox, loose)}`
  inbox.move(loose, 'inbox', says, (rows) => sendMove('reopen', { ids: idsOf(rows) }))
}

export function place(inbox: Inbox, target: Target, ids: readonly string[] = inbox.targets()): void {
  const says = `Placed ${named(inbox, ids)} in ${target.name}`
  inbox.move(ids, 'placed', says, target.place, { atOnce: target.atOnce ?? false })
}

/** Places at the place of the issue in focus; where there is none, says what to do. */
export function placeHere(inbox: Inbox, here: Target | null, ids: readonly string[] = inbox.targets()): void {
  if (here) place(inbox, here, ids)
  else inbox.say('This issue has no section to place it in. Add one first.')
}

/** What can be done with the rows of a view. */
export const abilities: Record<
  CaptureView,
  { place: boolean; later: boolean; discard: boolean; reopen: boolean }
> = {
  inbox: { place: true, later: true, discard: true, reopen: false },
  feeds: { place: true, later: true, discard: true, reopen: true },
  later: { place: true, later: true, discard: true, reopen: true },
  placed: { place: false, later: false, discard: false, reopen: false },
  discarded: { place: true, later: true, discard: false, reopen: true },
}
