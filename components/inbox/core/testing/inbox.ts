import { Inbox } from '@/components/inbox/core/inbox'
import type { InboxTools, Moved, TakeBack } from '@/components/inbox/core/state'
import { CommandError } from '@/components/studio/send-command'
import { bareCapture, type CaptureList, type CaptureRow, type CaptureText } from '@/lib/captures/schema'

export const row = (id: string): CaptureRow => ({
  ...bareCapture(`https://example.org/${id}`),
  id,
  title: id,
  extras: {},
  source: 'STUDIO',
  by: null,
  capturedAt: '2026-11-25T12:00:00.000Z',
  state: 'NEW',
  laterUntil: null,
  movedAt: '2026-11-25T12:00:00.000Z',
  version: 0,
  placed: null,
  page: null,
})

export const counts = { inbox: 3, feeds: 0, later: 0, placed: 0, discarded: 0 }
export const list = (...ids: string[]): CaptureList => ({ rows: ids.map(row), next: null, counts })

type Saved = Awaited<ReturnType<InboxTools['save']>>
type Save = {
  sent: { id: string; version: number; fields: Partial<CaptureText> }
  answer: (saved: Saved) => void
  fail: (error: Error) => void
}

/** An inbox whose server answers when it is told to. */
export function setUp(ids = ['a', 'b', 'c']) {
  const loads: { filter: unknown; answer: (list: CaptureList) => void; fail: (error: Error) => void }[] = []
  const saves: Save[] = []
  const said: string[] = []
  const problems: unknown[] = []
  const inbox = new Inbox(
    list(...ids),
    { view: 'inbox', q: '', source: null },
    {
      load: (filter) => new Promise((answer, fail) => loads.push({ filter, answer, fail })),
      save: (id, version, fields) =>
        new Promise((answer, fail) => saves.push({ sent: { id, version, fields }, answer, fail })),
      announce: (text) => said.push(text),
      complain: (error) => problems.push(error),
    },
  )
  return { inbox, loads, saves, said, problems }
}

/** What a server answers that moved some rows. */
export const moved = (
  rows: readonly { id: string }[],
  takeBack: TakeBack = async () => undefined,
): Moved => ({
  moved: rows.map(({ id }) => id),
  takeBack,
})
export const done = async (rows: readonly { id: string }[]): Promise<Moved> => moved(rows)

export const idsIn = (inbox: Inbox) => inbox.state.rows.map(({ id }) => id)
/** Lets everything that has been answered be taken in. */
export const settle = () => new Promise((resolve) => setImmediate(resolve))

export const offline = () => new CommandError({ code: 'offline', message: 'Not reached.' })
/** Somebody else wrote a note meanwhile. */
export const conflict = (version: number, theirs: string) =>
  new CommandError({
    code: 'conflict',
    message: 'Somebody else changed the same text.',
    detail: { version, conflicts: { note: { theirs } } },
  })
