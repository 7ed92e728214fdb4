import type { CaptureFilter, CaptureList, CaptureRow, CaptureText, CaptureView } from '@/lib/captures/schema'
import type { PlacedRow } from './rows'

export type InboxFilter = Pick<CaptureFilter, 'view' | 'q' | 'source'>
/** Takes a change back on the server. */
export type TakeBack = () => Promise<void>
/** What came of a move: what was moved, by id, and how that is taken back. */
export type Moved = { moved: readonly string[]; takeBack: TakeBack }
/** What was done last, and how it is taken back: with the rows that it took off the list. */
export type Done = {
  says: string
  view: CaptureView
  to: CaptureView
  lifted: readonly PlacedRow[]
  takeBack: TakeBack
}

/** What was typed into a capture, and isn't saved yet. */
export type HeldTexts = {
  readonly fields: Readonly<Partial<CaptureText>>
  /** The version of the capture that was seen while it was typed. */
  readonly version: number
  /** What is wrong with it, by field. */
  readonly problems: Readonly<Record<string, string>>
  /** Whether it is on its way. */
  readonly isSaving: boolean
}

export type InboxState = {
  readonly filter: InboxFilter
  readonly rows: readonly CaptureRow[]
  /** Where the next page begins; null when all are here. */
  readonly next: string | null
  readonly counts: CaptureList['counts']
  readonly loading: 'no' | 'list' | 'more'
  /** Why the list could not be had. */
  readonly failure: string | null
  readonly current: string | null
  readonly selected: readonly string[]
  readonly done: readonly Done[]
  /** The row whose texts are open. */
  readonly editing: string | null
  /** By capture; of one that isn't listed just now too. */
  readonly texts: Readonly<Record<string, HeldTexts>>
  /** What is to be put off, while a day is chosen. */
  readonly asking: readonly string[] | null
}

export type InboxTools = {
  load: (filter: InboxFilter & { after: string | null }) => Promise<CaptureList>
  /** Saves texts of a capture that were typed over a version of it. `unseen`: what others wrote since. */
  save: (
    id: string,
    version: number,
    fields: Partial<CaptureText>,
  ) => Promise<{ version: number; unseen: Partial<CaptureText> }>
  announce: (text: string) => void
  /** Says what went wrong. */
  complain: (error: unknown) => void
}

export function startingState({ rows, next, counts }: CaptureList, filter: InboxFilter): InboxState {
  return {
    filter,
    rows,
    next,
    counts,
    loading: 'no',
    failure: null,
    current: rows[0]?.id ?? null,
    selected: [],
    done: [],
    editing: null,
    texts: {},
    asking: null,
  }
}
