import { describe, expect, it } from 'vitest'
import { conflict, done, idsIn, list, offline, row, settle, setUp } from './testing/inbox'

const note = (text: string) => ({ note: text })

describe('what is typed', () => {
  it('is held until it is saved, in the version that it was typed over', async () => {
    const { inbox, saves, loads } = setUp()
    inbox.texts.write(row('a'), note('Min'))
    void inbox.refresh()
    await settle()
    loads[0]?.answer({ ...list('a', 'b', 'c'), rows: [{ ...row('a'), version: 4 }, row('b'), row('c')] })
    await settle()
    inbox.texts.write({ ...row('a'), version: 4 }, note('Mine.'))
    const saved = inbox.texts.save('a')
    await settle()
    expect(saves.map(({ sent }) => sent)).toEqual([{ id: 'a', version: 0, fields: note('Mine.') }])
    expect(inbox.state.texts.a).toMatchObject({ fields: note('Mine.'), isSaving: true })
    saves[0]?.answer({ version: 5, unseen: { title: 'Theirs' } })
    expect(await saved).toBe(true)
    expect(inbox.state.texts).toEqual({})
    expect(inbox.state.rows[0]).toMatchObject({ note: 'Mine.', title: 'Theirs', version: 5 })
  })

  it('as it was before needs no saving', async () => {
    const { inbox, saves } = setUp()
    inbox.texts.write(row('a'), note('x'))
    inbox.texts.write(row('a'), note(''))
    expect(inbox.state.texts).toEqual({})
    expect(await inbox.texts.save('a')).toBe(true)
    expect(saves).toEqual([])
  })

  it('while it is being saved stays, and goes over what was saved', async () => {
    const { inbox, saves } = setUp()
    inbox.texts.write(row('a'), note('One'))
    void inbox.texts.save('a')
    await settle()
    inbox.texts.write(row('a'), note('One, two'))
    saves[0]?.answer({ version: 1, unseen: {} })
    await settle()
    expect(inbox.state.texts.a).toMatchObject({ fields: note('One, two'), version: 1, isSaving: false })
  })

  it('is sent once, however often that is asked for, and not at all where it was let go', async () => {
    const { inbox, saves } = setUp()
    inbox.texts.write(row('a'), note('One'))
    inbox.texts.write(row('b'), note('Two'))
    const both = [inbox.texts.save('a'), inbox.texts.save('a')]
    void inbox.texts.save('b')
    inbox.texts.drop('b')
    await settle()
    saves[0]?.answer({ version: 1, unseen: {} })
    expect(await Promise.all(both)).toEqual([true, true])
    await settle()
    expect(saves).toHaveLength(1)
  })

  it('stays where it can’t be saved, through another view and back, and that is said', async () => {
    const { inbox, saves, loads, problems } = setUp()
    inbox.texts.write(row('a'), note('Mine.'))
    void inbox.texts.save('a')
    await settle()
    const error = offline()
    saves[0]?.fail(error)
    await settle()
    expect(problems).toEqual([error])
    for (const view of ['later', 'inbox'] as const) {
      void inbox.show({ view })
      await settle()
      loads.at(-1)?.answer(view === 'later' ? list() : list('a', 'b', 'c'))
      await settle()
    }
    expect(inbox.state.texts.a).toMatchObject({ fields: note('Mine.'), isSaving: false })
  })

  it('keeps its row in the list while others put that elsewhere', async () => {
    const { inbox, loads } = setUp()
    inbox.texts.write(row('b'), note('Mine.'))
    inbox.box.set({ editing: 'c' })
    void inbox.refresh()
    await settle()
    loads[0]?.answer(list('new', 'a'))
    await settle()
    expect(idsIn(inbox)).toEqual(['new', 'b', 'a'])
    expect(inbox.state.editing).toBeNull()
  })

  it('against what somebody else wrote is told in its row, or aloud where that isn’t listed; saved again, it stands', async () => {
    const { inbox, saves, problems, loads } = setUp()
    inbox.texts.write(row('a'), note('Mine.'))
    void inbox.texts.save('a')
    await settle()
    saves[0]?.fail(conflict(3, 'Theirs.'))
    await settle()
    expect(problems).toEqual([])
    expect(inbox.state.texts.a?.problems.note).toContain('“Theirs.”')
    void inbox.show({ view: 'later' })
    await settle()
    loads[0]?.answer(list())
    void inbox.texts.save('a')
    await settle()
    expect(saves[1]?.sent).toEqual({ id: 'a', version: 3, fields: note('Mine.') })
    const error = conflict(4, 'Theirs again.')
    saves[1]?.fail(error)
    await settle()
    expect(problems).toEqual([error])
    expect(inbox.state.texts.a?.problems.note).toContain('“Theirs again.”')
  })
})

describe('what is moved', () => {
  it('goes with the words that were typed into it', async () => {
    const { inbox, saves } = setUp()
    const went: string[] = []
    inbox.texts.write(row('a'), note('Mine.'))
    const place = (rows: { id: string; note: string }[]) => {
      went.push(...rows.map((moved) => moved.note))
      return done(rows)
    }
    inbox.move(['a'], 'placed', 'Placed a', place, { atOnce: true })
    await settle()
    expect(went).toEqual([])
    saves[0]?.answer({ version: 1, unseen: {} })
    await settle()
    expect(went).toEqual(['Mine.'])
    expect(inbox.state.texts).toEqual({})
  })

  it('is back where they can’t be saved, with them, and the server hears nothing of it', async () => {
    for (const error of [offline(), conflict(2, 'Theirs.')]) {
      const { inbox, saves, problems } = setUp()
      let went = false
      inbox.texts.write(row('a'), note('Mine.'))
      void inbox.texts.save('a')
      inbox.move(['a', 'b'], 'discarded', 'two', async (rows) => {
        went = true
        return done(rows)
      })
      expect(idsIn(inbox)).toEqual(['c'])
      await settle()
      saves[0]?.fail(error)
      await settle()
      expect(went).toBe(false)
      expect(saves).toHaveLength(1)
      expect(problems).toEqual([error])
      expect(idsIn(inbox)).toEqual(['a', 'b', 'c'])
      expect(inbox.state).toMatchObject({ current: 'a', done: [], texts: { a: { fields: note('Mine.') } } })
    }
  })

  it('after words that were typed on while others were refused is back too: what somebody else wrote is seen first', async () => {
    const { inbox, saves } = setUp()
    inbox.texts.write(row('a'), note('One'))
    void inbox.texts.save('a')
    await settle()
    inbox.texts.write(row('a'), note('One, two'))
    inbox.move(['a'], 'discarded', 'a', done)
    saves[0]?.fail(conflict(2, 'Theirs.'))
    await settle()
    expect(saves).toHaveLength(1)
    expect(inbox.state.texts.a).toMatchObject({ fields: note('One, two'), isSaving: false })
    expect(idsIn(inbox)).toEqual(['a', 'b', 'c'])
  })
})
