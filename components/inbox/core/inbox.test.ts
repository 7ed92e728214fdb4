import { describe, expect, it } from 'vitest'
import { counts, done, idsIn, list, moved, settle, setUp } from './testing/inbox'

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
    inbox.move(['a'], 'discarded', 'a', async (rows) => {
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return moved(rows)
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
    inbox.move(['a'], 'discarded', 'a', async (rows) => {
      log.push('a')
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return moved(rows, async () => void log.push('a back'))
    })
    inbox.move(['b'], 'discarded', 'b', async (rows) => {
      log.push('b')
      return moved(rows, async () => void log.push('b back'))
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
    const begin = async (rows: { id: string }[]) => {
      log.push('b')
      return moved(rows)
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
    inbox.move(['a'], 'placed', 'Placed a', async (rows) => {
      steps.push('placed')
      return moved(rows)
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

  it('of which somebody else was faster with a part says so, and takes back only the rest', async () => {
    const { inbox, said, loads } = setUp()
    let back = 0
    inbox.move(['a', 'b'], 'discarded', 'Discarded 2 captures', async () => ({
      moved: ['b'],
      takeBack: async () => void back++,
    }))
    await settle()
    const says = 'Discarded 2 captures, but for 1 that went elsewhere meanwhile'
    expect(said).toEqual(['Discarded 2 captures', says])
    expect(inbox.state.done).toMatchObject([{ says, lifted: [{ row: { id: 'b' } }] }])
    loads.at(-1)?.answer(list('c'))
    await settle()
    inbox.undo()
    await settle()
    expect([idsIn(inbox).toSorted(), back]).toEqual([['b', 'c'], 1])
  })

  it('that went elsewhere altogether is nothing to undo', async () => {
    const { inbox, loads } = setUp()
    inbox.move(['a'], 'placed', 'a', async () => moved([]))
    await settle()
    loads.at(-1)?.answer(list('a', 'b', 'c'))
    await settle()
    expect(inbox.state.done).toEqual([])
    expect(idsIn(inbox)).toEqual(['a', 'b', 'c'])
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
    let arrive: () => void = () => undefined
    inbox.move(['a'], 'discarded', 'a', async (rows) => {
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return moved(rows)
    })
    void inbox.show({ view: 'discarded' })
    await settle()
    expect(loads).toEqual([])
    arrive()
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

  it('takes in what is new above, and leaves the pages below', async () => {
    const { inbox, loads } = setUp(['a', 'b', 'c', 'd'])
    inbox.box.set({ next: 'key', current: 'd' })
    void inbox.refresh()
    await settle()
    loads[0]?.answer({ ...list('new', 'a', 'b'), next: 'other' })
    await settle()
    expect(idsIn(inbox)).toEqual(['new', 'a', 'b', 'c', 'd'])
    expect(inbox.state).toMatchObject({ next: 'key', current: 'd' })
  })
})
