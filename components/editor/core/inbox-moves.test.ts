import { describe, expect, test } from 'vitest'
import { emptyItem } from '@/lib/issues/rules'
import { saveStatus } from './status'
import { Desk } from './testing/desk'
import { FakeServer, SECTIONS } from './testing/fake-server'

const [sectionId = ''] = SECTIONS

function setUp() {
  const server = new FakeServer([{ headline: 'One' }, { headline: 'Two' }])
  const text = { ...emptyItem, headline: 'Found', url: 'https://example.org/found' }
  server.captures.set('capture', text)
  const desk = new Desk(server)
  const editor = desk.open()
  const place = () => {
    const spot = { sectionId, after: 'item-0' }
    const capture = { id: 'capture' }
    return editor.perform({ type: 'place-item', id: 'new', text, spot, again: false, capture })
  }
  return { server, desk, editor, place }
}
const shown = (editor: ReturnType<typeof setUp>['editor']) => editor.state.doc.itemIds[sectionId]

describe('a capture that is placed', () => {
  test('is an item at once, where it was put, and gone from the inbox', async () => {
    const { server, desk, editor, place } = setUp()
    place()
    expect(shown(editor)).toEqual(['item-0', 'new', 'item-1'])
    await desk.pass(0)
    expect(server.order()).toEqual(['item-0', 'new', 'item-1'])
    expect(server.captures.size).toBe(0)
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
  })
  test('is what the inbox has of it by now, not what this page had read', async () => {
    const { server, desk, editor, place } = setUp()
    server.captures.set('capture', {
      headline: 'Read since',
      url: 'https://example.org/found',
      blurb: 'Hers.',
    })
    place()
    editor.edit({ kind: 'item', id: 'new' }, 'byline', 'Kim')
    await desk.pass(1_000)
    await editor.refresh()
    expect(editor.state.doc.items.new).toMatchObject({
      headline: 'Read since',
      blurb: 'Hers.',
      byline: 'Kim',
    })
    expect(server.items.get('new')?.text).toEqual(editor.state.doc.items.new)
  })
  test('goes back by undo, with what was written in it, and comes again by redo', async () => {
    const { server, desk, editor, place } = setUp()
    place()
    await desk.pass(0)
    editor.edit({ kind: 'item', id: 'new' }, 'blurb', 'Mine.')
    editor.perform({ type: 'remove-item', id: 'new', toInbox: 'was' })
    await desk.pass(1_000)
    expect(server.seen.map(({ path }) => path)).toEqual([
      '/api/captures/place',
      '/api/items/new',
      '/api/items/new/to-inbox',
    ])
    expect(server.items.get('new')?.text.blurb).toBe('Mine.')
    expect([...server.captures.keys()]).toEqual(['new'])
    editor.undo()
    await desk.pass(1_000)
    expect(shown(editor)).toEqual(['item-0', 'new', 'item-1'])
    expect(editor.state.doc.items.new?.blurb).toBe('Mine.')
    expect(server.captures.size).toBe(0)
    editor.redo()
    await desk.pass(1_000)
    expect([...server.captures.keys()]).toEqual(['new'])
  })
  test('waits for its last text to be saved before it goes', async () => {
    const { server, desk, editor, place } = setUp()
    place()
    await desk.pass(0)
    desk.fate = ({ path }) => (path === '/api/items/new' ? 'hold' : 'carry')
    editor.edit({ kind: 'item', id: 'new' }, 'blurb', 'Late.')
    await desk.pass(500)
    editor.perform({ type: 'remove-item', id: 'new', toInbox: 'top' })
    await desk.pass(5_000)
    expect(server.captures.size).toBe(0)
    await desk.release()
    await desk.pass(0)
    expect(server.items.get('new')?.text.blurb).toBe('Late.')
    expect([...server.captures.keys()]).toEqual(['new'])
  })
  test('elsewhere meanwhile is off the sheet again, and said; no text is set aside for it', async () => {
    const { server, desk, editor, place } = setUp()
    server.captures.clear()
    place()
    const answer = editor.structure.answerFor('new')
    await desk.pass(2_000)
    expect(await answer).toMatchObject({ code: 'wrong_state' })
    expect(shown(editor)).toEqual(['item-0', 'item-1'])
    expect(editor.state.notice).not.toBeNull()
    expect(editor.state.strays).toEqual({})
  })
  test('survives a reload on its way', async () => {
    const { server, desk, editor, place } = setUp()
    desk.fate = 'lose-answer'
    place()
    await desk.pass(0)
    desk.crash(editor)
    desk.fate = 'carry'
    const later = desk.open()
    later.recover(later.journal.views())
    await desk.pass(60_000)
    expect(server.order()).toEqual(['item-0', 'new', 'item-1'])
    expect(later.state.doc.itemIds[sectionId]).toEqual(['item-0', 'new', 'item-1'])
  })
})

test('an item that nobody is on its way for is answered at once', async () => {
  expect(await setUp().editor.structure.answerFor('item-0')).toBeNull()
})
