import { describe, expect, test } from 'vitest'
import { emptyItem } from '@/lib/issues/rules'
import { countCorrections, saveStatus } from './status'
import { Desk } from './testing/desk'
import { FakeServer } from './testing/fake-server'

const row = (id: string) => ({ kind: 'item' as const, id })

function setUp() {
  const server = new FakeServer([{ headline: 'One' }, { headline: 'Two' }])
  const desk = new Desk(server)
  return { server, desk, editor: desk.open() }
}
const textOf = (server: FakeServer, id: string) => server.items.get(id)?.text

describe('saving', () => {
  test('waits for a pause in typing, then sends only the field that changed', async () => {
    const { server, desk, editor } = setUp()
    editor.edit(row('item-0'), 'blurb', 'a')
    await desk.pass(300)
    editor.edit(row('item-0'), 'blurb', 'ab')
    await desk.pass(300)
    expect(server.seen).toHaveLength(0)
    expect(saveStatus(editor.state)).toEqual({ kind: 'saving' })
    await desk.pass(200)
    expect(server.seen.map((request) => request.body)).toMatchObject([{ fields: { blurb: 'ab' } }])
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
  })
  test('has one save in flight for each row, and sends what changed meanwhile after it', async () => {
    const { server, desk, editor } = setUp()
    desk.fate = 'hold'
    editor.edit(row('item-0'), 'blurb', 'a')
    await desk.pass(500)
    editor.edit(row('item-0'), 'blurb', 'ab')
    await desk.pass(5_000)
    expect(server.seen).toHaveLength(0)
    await desk.release()
    expect(textOf(server, 'item-0')?.blurb).toBe('a')
    await desk.pass(500)
    await desk.release()
    expect(textOf(server, 'item-0')?.blurb).toBe('ab')
    expect(server.seen).toHaveLength(2)
  })
  test('does not send, with each answer, what was typed since', async () => {
    const { server, desk, editor } = setUp()
    desk.fate = 'hold-answer'
    let text = ''
    for (let letter = 0; letter < 50; letter += 1) {
      text += 'a'
      editor.edit(row('item-0'), 'blurb', text)
      await desk.release()
      await desk.pass(100)
    }
    expect(server.seen).toHaveLength(1)
    await desk.pass(500)
    expect(server.seen).toHaveLength(2)
    expect(textOf(server, 'item-0')?.blurb).toBe(text)
  })
  test('sends what a person left behind in a row as soon as the save before it is answered', async () => {
    const { server, desk, editor } = setUp()
    desk.fate = 'hold'
    editor.edit(row('item-0'), 'blurb', 'a')
    await desk.pass(500)
    editor.edit(row('item-0'), 'blurb', 'ab')
    editor.leave(row('item-0'))
    desk.fate = 'carry'
    await desk.release()
    await desk.pass(0)
    expect(textOf(server, 'item-0')?.blurb).toBe('ab')
  })
  test('goes on by itself after an outage, with the same command id, and says how much waits here', async () => {
    const { server, desk, editor } = setUp()
    desk.fate = 'lose-answer'
    editor.edit(row('item-0'), 'blurb', 'a')
    editor.edit(row('item-1'), 'url', 'https://example.org')
    await desk.pass(500)
    expect(saveStatus(editor.state)).toEqual({ kind: 'offline', changes: 2 })
    desk.fate = 'carry'
    await desk.pass(60_000)
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
    const ids = server.seen.map((request) => (request.body as { commandId: string }).commandId)
    expect(new Set(ids).size).toBe(2)
    expect(ids.length).toBeGreaterThan(2)
    expect(textOf(server, 'item-0')).toMatchObject({ blurb: 'a' })
  })
  test('of a revoked session is kept, and goes out once the person is back', async () => {
    const { server, desk, editor } = setUp()
    desk.fate = 'signed-out'
    editor.edit(row('item-0'), 'blurb', 'kept')
    await desk.pass(500)
    expect(saveStatus(editor.state)).toEqual({ kind: 'signed-out', changes: 1 })
    desk.fate = 'carry'
    editor.wake()
    await desk.pass(0)
    expect(textOf(server, 'item-0')?.blurb).toBe('kept')
  })
  test('of a text that is too long is refused with a message, and the text stays', async () => {
    const { server, desk, editor } = setUp()
    const long = 'x'.repeat(2_000_000)
    editor.edit(row('item-0'), 'blurb', long)
    editor.edit(row('item-0'), 'credit', 'Thanks')
    await desk.pass(500)
    expect(editor.state.doc.items['item-0']?.blurb).toBe(long)
    expect(editor.state.sync['item-0']?.errors.blurb).toContain('longer than 64 KB')
    expect(textOf(server, 'item-0')).toMatchObject({ blurb: '', credit: 'Thanks' })
    editor.edit(row('item-0'), 'blurb', 'short')
    await desk.pass(500)
    expect(textOf(server, 'item-0')?.blurb).toBe('short')
  })
})

describe('two people', () => {
  test('in different fields of one item never conflict, and see each other’s text', async () => {
    const { server, desk, editor } = setUp()
    const other = new Desk(server, 'bob')
    const bob = other.open()
    editor.edit(row('item-0'), 'blurb', 'Ada’s')
    await desk.pass(500)
    bob.edit(row('item-0'), 'headline', 'Bob’s')
    await other.pass(500)
    expect(textOf(server, 'item-0')).toMatchObject({ blurb: 'Ada’s', headline: 'Bob’s' })
    expect(bob.state.doc.items['item-0']).toMatchObject({ blurb: 'Ada’s', headline: 'Bob’s' })
  })
  test('in the same field are both shown both texts, and the choice is saved', async () => {
    const { server, desk, editor } = setUp()
    const other = new Desk(server, 'bob')
    const bob = other.open()
    editor.edit(row('item-0'), 'blurb', 'Ada’s')
    bob.edit(row('item-0'), 'blurb', 'Bob’s')
    await desk.pass(500)
    await other.pass(500)
    expect(saveStatus(bob.state)).toEqual({ kind: 'conflict', count: 1 })
    expect(bob.state.doc.items['item-0']?.blurb).toBe('Bob’s')
    expect(bob.state.sync['item-0']?.conflicts).toEqual({ blurb: 'Ada’s' })
    expect(await bob.settle()).toBe(false)
    bob.resolve(row('item-0'), 'blurb', 'Ada’s and Bob’s')
    await other.pass(0)
    expect(textOf(server, 'item-0')?.blurb).toBe('Ada’s and Bob’s')
    expect(await bob.settle()).toBe(true)
  })
  test('keep the text of an item that the other removed, to be put back', async () => {
    const { server, desk, editor } = setUp()
    const other = new Desk(server, 'bob')
    const bob = other.open()
    bob.edit(row('item-0'), 'blurb', 'Hours of work')
    editor.perform({ type: 'remove-item', id: 'item-0' })
    await desk.pass(0)
    await other.pass(1_000)
    expect(bob.state.doc.items['item-0']).toBeUndefined()
    expect(bob.state.strays['item-0']?.fields.blurb).toBe('Hours of work')
    const id = bob.putBack('item-0') ?? ''
    // Where it was: it stood at the beginning of its section.
    expect(Object.values(bob.state.doc.itemIds).map((ids) => ids[0])).toContain(id)
    await other.pass(1_000)
    expect(textOf(server, id)).toMatchObject({ headline: 'One', blurb: 'Hours of work' })
    expect(bob.state.strays).toEqual({})
    expect(saveStatus(bob.state)).toEqual({ kind: 'saved' })
  })
})

describe('structure', () => {
  test('is drawn at once and sent in order; a new item’s text follows it', async () => {
    const { server, desk, editor } = setUp()
    desk.fate = 'lose-request'
    const { doc } = editor.state
    const text = { ...doc.items['item-0'], headline: '', tied: false } as NonNullable<
      (typeof doc.items)[string]
    >
    const spot = { sectionId: 'articles', after: 'item-0' }
    editor.perform({ type: 'place-item', id: 'new', text, spot, again: false })
    editor.edit(row('new'), 'headline', 'New')
    editor.perform({ type: 'move-item', id: 'new', spot: { sectionId: 'articles', after: null } })
    expect(editor.state.doc.itemIds.articles).toEqual(['new', 'item-0', 'item-1'])
    desk.fate = 'carry'
    await desk.pass(60_000)
    expect(server.order()).toEqual(['new', 'item-0', 'item-1'])
    expect(textOf(server, 'new')?.headline).toBe('New')
  })
  test('takes along what was tied just before, whichever way the network is slower', async () => {
    const server = new FakeServer([{ headline: 'One' }, { headline: 'Two' }, { headline: 'Three' }])
    const desk = new Desk(server)
    const editor = desk.open()
    desk.fate = ({ path }) => (path === '/api/items/item-1' ? 'hold' : 'carry')
    editor.edit(row('item-1'), 'tied', true)
    editor.perform({ type: 'move-item', id: 'item-0', spot: { sectionId: 'articles', after: 'item-2' } })
    const moved = ['item-2', 'item-0', 'item-1']
    expect(editor.state.doc.itemIds.articles).toEqual(moved)
    await desk.pass(0)
    expect(server.order()).toEqual(['item-0', 'item-1', 'item-2'])
    desk.fate = 'carry'
    await desk.release()
    await desk.pass(5_000)
    expect(server.order()).toEqual(moved)
    expect(editor.state.doc.itemIds.articles).toEqual(moved)
  })
  test('stays as it is drawn whatever an answer says that was on its way before the change arrived', async () => {
    const { server, desk, editor } = setUp()
    const added: boolean[] = []
    desk.fate = ({ method }) => (method === 'GET' ? 'hold-answer' : 'hold')
    const spot = { sectionId: 'articles', after: 'item-0' }
    editor.perform({ type: 'place-item', id: 'new', text: emptyItem, spot, again: false })
    void editor.refresh()
    await desk.pass(0)
    editor.box.subscribe(() => added.push('new' in editor.state.doc.items))
    desk.fate = 'carry'
    await desk.release()
    await desk.pass(5_000)
    expect(server.order()).toEqual(['item-0', 'new', 'item-1'])
    expect(new Set(added)).toEqual(new Set([true]))
  })
  test('goes on after an answer that can’t be read, which is said and looked up', async () => {
    const { server, desk, editor } = setUp()
    const answer = server.answer.bind(server)
    server.answer = (request) => {
      const given = answer(request)
      if (request.method === 'GET') return given
      server.answer = answer
      return { kind: 'ok', body: null }
    }
    const answered = { first: false }
    editor.perform({ type: 'move-item', id: 'item-1', spot: { sectionId: 'articles', after: null } })
    void editor.structure.answerFor('item-1').then(() => Object.assign(answered, { first: true }))
    editor.perform({ type: 'remove-item', id: 'item-0' })
    await desk.pass(5_000)
    expect(server.order()).toEqual(['item-1'])
    expect(answered.first).toBe(true)
    expect(editor.state.notice?.text).toContain('could not be read')
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
    editor.undo()
    await desk.pass(1_000)
    expect(server.order()).toEqual(['item-1', 'item-0'])
  })
  test('is undone and redone, a removal with the texts it took', async () => {
    const { server, desk, editor } = setUp()
    editor.edit(row('item-1'), 'blurb', 'typed just before')
    editor.perform({ type: 'remove-item', id: 'item-1' })
    await desk.pass(1_000)
    expect(server.order()).toEqual(['item-0'])
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
    expect(await editor.settle()).toBe(true)
    editor.undo()
    await desk.pass(1_000)
    expect(server.order()).toEqual(['item-0', 'item-1'])
    expect(textOf(server, 'item-1')?.blurb).toBe('typed just before')
    editor.redo()
    await desk.pass(1_000)
    expect(server.order()).toEqual(['item-0'])
    editor.undo()
    editor.undo()
    await desk.pass(1_000)
    expect(textOf(server, 'item-1')).toMatchObject({ headline: 'Two', blurb: '' })
  })
})

test('a change to what readers have counts at once, and is counted anew as soon as it is saved', async () => {
  class Published extends FakeServer {
    changes = 0
    override loaded() {
      const facts = { edition: 1, path: '/issues/one', updatedAt: '', correction: null }
      const published = { ...facts, changes: this.changes }
      return { ...super.loaded(), state: 'PUBLISHED' as const, published }
    }
  }
  const server = new Published([{ headline: 'One' }])
  const desk = new Desk(server)
  const editor = desk.open()
  expect(countCorrections(editor.state)).toBe(0)
  editor.edit(row('item-0'), 'blurb', 'a')
  expect(countCorrections(editor.state)).toBe(1)
  server.changes = 2
  await desk.pass(2_000)
  expect(countCorrections(editor.state)).toBe(2)
  expect(editor.state.touched).toBe(false)
})
