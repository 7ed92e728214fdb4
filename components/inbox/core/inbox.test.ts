import { describe, expect, it } from 'vitest'
import { bareCapture, type CaptureList, type CaptureRow } from '@/lib/captures/schema'
import { Inbox, type TakeBack } from './inbox'

const row = (id: string): CaptureRow => ({
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

const counts = { inbox: 3, feeds: 0, later: 0, placed: 0, discarded: 0 }
const list = (...ids: string[]): CaptureList => ({ rows: ids.map(row), next: null, counts })

/** An inbox whose server answers when it is told to. */
function setUp(ids = ['a', 'b', 'c']) {
  const loads: { filter: unknown; answer: (list: CaptureList) => void; fail: (error: Error) => void }[] = []
  const said: string[] = []
  const problems: unknown[] = []
  const inbox = new Inbox(
    list(...ids),
    { view: 'inbox', q: '', source: null },
    {
      load: (filter) => new Promise((answer, fail) => loads.push({ filter, answer, fail })),
      announce: (text) => said.push(text),
      complain: (error) => problems.push(error),
    },
  )
  return { inbox, loads, said, problems }
}

const idsIn = (inbox: Inbox) => inbox.state.rows.map(({ id }) => id)
const done: () => Promise<TakeBack> = async () => async () => undefined
/** Lets everything that has been answered be taken in. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('reading', () => {
  it('keeps a row that says what it said, and the whole list where nothing changed: neither is drawn again', async () => {
    const { inbox, loads } = setUp()
    const before = inbox.state.rows
    void inbox.refresh()
    await settle()
    loads[0]?.answer(list('a', 'b', 'c'))
    await settle()
    expect(inbox.state.rows).toBe(before)
    void inbox.refresh()
    await settle()
    const answer = list('new', 'a', 'b', 'c')
    loads[1]?.answer({
      ...answer,
      rows: answer.rows.map((one) => (one.id === 'b' ? { ...one, note: 'So.' } : one)),
    })
    await settle()
    expect(idsIn(inbox)).toEqual(['new', 'a', 'b', 'c'])
    expect(inbox.state.rows[1]).toBe(before[0])
    expect(inbox.state.rows[2]).toMatchObject({ id: 'b', note: 'So.' })
    expect(inbox.state.rows[3]).toBe(before[2])
  })
})

describe('moving', () => {
  it('takes the row off at once and goes on to the next; the last one goes back to the one before', () => {
    const { inbox, said } = setUp()
    inbox.move(['a'], 'discarded', 'Discarded a', done)
    expect(idsIn(inbox)).toEqual(['b', 'c'])
    expect(inbox.state).toMatchObject({ current: 'b', counts: { inbox: 2, discarded: 1 } })
    inbox.box.set({ current: 'c' })
    inbox.move(['c'], 'discarded', 'Discarded c', done)
    expect(inbox.state.current).toBe('b')
    expect(said).toEqual(['Discarded a', 'Discarded c'])
  })

  it('is about all that is selected, and each step is taken back by itself, where it stood', async () => {
    const { inbox, loads } = setUp()
    inbox.select('a')
    inbox.select('c')
    inbox.move(inbox.targets(), 'discarded', 'two', done)
    inbox.move(['b'], 'later', 'b', done)
    expect(idsIn(inbox)).toEqual([])
    inbox.undo()
    inbox.undo()
    expect(idsIn(inbox)).toEqual(['a', 'b', 'c'])
    expect(inbox.undo()).toBe(false)
    expect(inbox.state.counts).toEqual(counts)
    await settle()
    expect(loads.length).toBeGreaterThan(0)
  })

  it('taken back stays so whatever a list says that was read before', async () => {
    const { inbox, loads } = setUp()
    inbox.move(['a'], 'discarded', 'a', done)
    await settle()
    void inbox.refresh()
    await settle()
    inbox.undo()
    loads[0]?.answer(list('b', 'c'))
    await settle()
    expect(inbox.state).toMatchObject({ current: 'a', loading: 'no' })
    expect(idsIn(inbox)).toEqual(['a', 'b', 'c'])
    loads[1]?.answer(list('a', 'b', 'c'))
    await settle()
    expect(inbox.state.current).toBe('a')
    expect(loads).toHaveLength(2)
  })

  it('knows that an undo waits behind a command, until both have arrived', async () => {
    const { inbox } = setUp()
    let arrive: () => void = () => undefined
    inbox.move(['a'], 'discarded', 'a', async () => {
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return async () => undefined
    })
    await settle()
    inbox.undo()
    expect(inbox.isSending).toBe(true)
    arrive()
    await settle()
    expect(inbox.isSending).toBe(false)
  })

  it('sends one after the other, and the undo of a step after the step', async () => {
    const { inbox } = setUp()
    const log: string[] = []
    let arrive: () => void = () => undefined
    inbox.move(['a'], 'discarded', 'a', async () => {
      log.push('a')
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return async () => void log.push('a back')
    })
    inbox.move(['b'], 'discarded', 'b', async () => {
      log.push('b')
      return async () => void log.push('b back')
    })
    inbox.undo()
    inbox.undo()
    await settle()
    expect(log).toEqual(['a'])
    arrive()
    await settle()
    expect(log).toEqual(['a', 'b', 'b back', 'a back'])
  })

  it('that shows beside it begins at once, whatever is on its way; its undo waits for it', async () => {
    const { inbox } = setUp()
    const log: string[] = []
    inbox.move(['a'], 'discarded', 'a', () => new Promise(() => undefined))
    const begin = async () => {
      log.push('b')
      return async () => undefined
    }
    inbox.move(['b'], 'placed', 'b', begin, { atOnce: true })
    expect(log).toEqual(['b'])
  })

  it('waits for words that were sent before, and brings them back with the row', async () => {
    const { inbox } = setUp()
    const steps: string[] = []
    const isSaved = { yes: (): void => undefined }
    const saving = new Promise<void>((resolve) => {
      isSaved.yes = resolve
    })
    const saved = inbox.inTurn(() => saving)
    inbox.move(['a'], 'placed', 'Placed a', async () => {
      steps.push('placed')
      return async () => undefined
    })
    await settle()
    expect(steps).toEqual([])
    isSaved.yes()
    await saved
    inbox.replace('a', { note: 'Read it twice.', version: 1 })
    await settle()
    expect(steps).toEqual(['placed'])
    inbox.undo()
    expect(inbox.state.rows[0]).toMatchObject({ id: 'a', note: 'Read it twice.', version: 1 })
  })

  it('that the server refuses is back, and said', async () => {
    const { inbox, problems } = setUp()
    const refusal = new Error('no')
    inbox.move(['b'], 'placed', 'b', async () => {
      throw refusal
    })
    await settle()
    expect(idsIn(inbox)).toEqual(['a', 'b', 'c'])
    expect(inbox.state).toMatchObject({ done: [], counts })
    expect(problems).toEqual([refusal])
  })
})

describe('selecting', () => {
  it('goes from the one selected last to this one, either way', () => {
    const { inbox } = setUp(['a', 'b', 'c', 'd'])
    inbox.select('c')
    inbox.selectTo('a')
    expect(inbox.state.selected).toEqual(['c', 'b', 'a'])
    expect(inbox.state.current).toBe('a')
    inbox.clearSelection()
    inbox.selectTo('b')
    expect(inbox.state.selected).toEqual(['a', 'b'])
  })

  it('stops at what can be moved at once', () => {
    const ids = Array.from({ length: 700 }, (_, index) => `row ${index}`)
    const { inbox } = setUp(ids)
    inbox.selectTo('row 699')
    expect(inbox.state.selected).toEqual(ids.slice(0, 500))
  })
})

describe('reading', () => {
  it('does not bring back a row that is on its way', async () => {
    const { inbox, loads } = setUp()
    void inbox.refresh()
    await settle()
    inbox.move(['a'], 'discarded', 'a', done)
    loads[0]?.answer(list('a', 'b', 'c'))
    await settle()
    expect(idsIn(inbox)).toEqual(['b', 'c'])
    expect(inbox.state.counts.inbox).toBe(2)
  })

  it('waits for what is on its way, so that the list has it', async () => {
    const { inbox, loads } = setUp()
    let arrive: (back: TakeBack) => void = () => undefined
    inbox.move(['a'], 'discarded', 'a', () => new Promise((resolve) => (arrive = resolve)))
    void inbox.show({ view: 'discarded' })
    await settle()
    expect(loads).toEqual([])
    arrive(async () => undefined)
    await settle()
    loads[0]?.answer({ ...list('a'), counts: { ...counts, inbox: 2, discarded: 1 } })
    await settle()
    expect(idsIn(inbox)).toEqual(['a'])
  })

  it('takes only what was asked for last', async () => {
    const { inbox, loads } = setUp()
    void inbox.show({ q: 'o' })
    await settle()
    void inbox.show({ q: 'on' })
    loads[0]?.answer(list('a'))
    await settle()
    loads[1]?.answer(list('c'))
    await settle()
    expect(loads.map(({ filter }) => filter)).toMatchObject([{ q: 'o' }, { q: 'on' }])
    expect(idsIn(inbox)).toEqual(['c'])
  })

  it('keeps what is there where the server can’t be reached, and says so', async () => {
    const { inbox, loads } = setUp()
    void inbox.refresh()
    await settle()
    loads[0]?.fail(new Error('offline'))
    await settle()
    expect(inbox.state).toMatchObject({ failure: 'offline', loading: 'no' })
    expect(idsIn(inbox)).toEqual(['a', 'b', 'c'])
  })

  /** What an inbox that had several pages has once the first was read anew. */
  async function readAnew(had: string[], page: string[]) {
    const { inbox, loads } = setUp(had)
    inbox.box.set({ next: 'key', current: had.at(-1) ?? null })
    void inbox.refresh()
    await settle()
    loads[0]?.answer({ ...list(...page), next: 'other' })
    await settle()
    return inbox
  }

  it('takes in what is new above, and leaves the pages below without a gap', async () => {
    const inbox = await readAnew(['a', 'b', 'c', 'd'], ['new', 'a', 'b'])
    expect(idsIn(inbox)).toEqual(['new', 'a', 'b', 'c', 'd'])
    expect(inbox.state).toMatchObject({ next: 'key', current: 'd' })
  })

  it('knows what has gone, and where the page ends, by the last row that was here before', async () => {
    expect(idsIn(await readAnew(['a', 'b', 'c', 'd'], ['b', 'c']))).toEqual(['b', 'c', 'd'])
    expect(idsIn(await readAnew(['a', 'b', 'c', 'd'], ['d', 'a', 'new']))).toEqual(['d', 'a', 'new', 'b', 'c'])
  })

  it('goes on below the page where nothing of it was here: what is between is not known', async () => {
    const inbox = await readAnew(['a', 'b'], ['x', 'y'])
    expect(idsIn(inbox)).toEqual(['x', 'y'])
    expect(inbox.state).toMatchObject({ next: 'other', current: 'x' })
  })
})
