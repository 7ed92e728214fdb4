import { expect, it } from 'vitest'
import { bareCapture, type CaptureRow } from '@/lib/captures/schema'
import type { PageView } from '@/lib/pages/schema'
import { Inbox } from './inbox'
import { readAgain } from './read-again'

const page: PageView = {
  address: 'https://example.org/tides',
  lookedAt: '2026-11-25T12:00:00.000Z',
  outcome: 'OK',
  message: 'The page answers as it should.',
  finalAddress: 'https://example.org/tides',
  ...{ title: 'Tides', byline: '', site: 'Example', date: null, language: 'en', wordCount: 900 },
}
const gone = { ...page, outcome: 'DEAD' as const, message: 'The page is not there.', wordCount: null }
const later = (view: PageView): PageView => ({ ...view, lookedAt: '2026-11-27T12:00:00.000Z' })

function setUp(found: (PageView | null)[], ask = async (): Promise<unknown> => null) {
  const said: string[] = []
  const problems: unknown[] = []
  const { lookedAt, outcome, site, date, wordCount } = page
  const row: CaptureRow = {
    ...bareCapture(page.address),
    ...{ id: 'a', extras: {}, source: 'STUDIO', by: null, state: 'NEW', laterUntil: null, version: 0 },
    ...{ capturedAt: lookedAt, movedAt: lookedAt, placed: null },
    page: { lookedAt, outcome, message: '', site, date, wordCount },
  }
  const counts = { inbox: 1, feeds: 0, later: 0, placed: 0, discarded: 0 }
  const inbox = new Inbox(
    { rows: [row], next: null, counts },
    { view: 'inbox', q: '', source: null },
    {
      load: () => new Promise(() => undefined),
      save: () => new Promise(() => undefined),
      announce: (text) => said.push(text),
      complain: (error) => problems.push(error),
    },
  )
  const load = async () => found.shift() ?? null
  return { inbox, said, problems, read: readAgain(inbox, row, { ask, load, pause: async () => undefined }) }
}

it('waits for what is found anew, shows it, and says so', async () => {
  const { inbox, said, read } = setUp([page, null, later(gone)])
  expect(await read).toBe('Looked at just now.')
  expect(said).toEqual(['The page is being read', 'Looked at just now. The page is not there.'])
  expect(inbox.state.rows[0]?.page).toMatchObject({ outcome: 'DEAD', message: 'The page is not there.' })
})

it('says that a page was read', async () => {
  const { inbox, said, read } = setUp([later(page)])
  expect(await read).toBe('Read just now.')
  expect(said.at(-1)).toBe('Read just now.')
  expect(inbox.state.rows[0]?.page).toMatchObject({ lookedAt: '2026-11-27T12:00:00.000Z', message: '' })
})

it('waits not for ever, and says what is the matter where nothing could be asked', async () => {
  expect(await setUp([page]).read).toBe('Not read yet; it comes by itself.')
  const refused = setUp([], () => Promise.reject(new Error('offline')))
  expect(await refused.read).toBeNull()
  expect(refused.problems).toHaveLength(1)
})
