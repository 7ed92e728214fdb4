import { describe, expect, test } from 'vitest'
import { emptyItem } from '@/lib/issues/rules'
import { saveStatus } from './status'
import { Desk } from './testing/desk'
import { FakeServer } from './testing/fake-server'

const row = (id: string) => ({ kind: 'item' as const, id })

function setUp() {
  const server = new FakeServer([{ headline: 'One' }, { headline: 'Two' }])
  return { server, desk: new Desk(server) }
}

/** The page is opened again after a crash, and takes up what the last one left. */
function openAgain(desk: Desk) {
  const editor = desk.open()
  const count = editor.recover(editor.journal.views())
  return { editor, count }
}

describe('after a crash', () => {
  test('text that no save had begun for is there again, and is saved', async () => {
    const { server, desk } = setUp()
    const first = desk.open()
    first.edit(row('item-0'), 'blurb', 'just typed')
    desk.crash(first)
    const { editor, count } = openAgain(desk)
    expect(count).toBe(1)
    expect(editor.state.doc.items['item-0']?.blurb).toBe('just typed')
    await desk.pass(0)
    expect(server.items.get('item-0')?.text.blurb).toBe('just typed')
    expect(desk.store.length).toBe(0)
  })
  test('a save whose answer was lost is no conflict with what was typed after it', async () => {
    const { server, desk } = setUp()
    const first = desk.open()
    desk.fate = 'lose-answer'
    first.edit(row('item-0'), 'blurb', 'half')
    await desk.pass(500)
    first.edit(row('item-0'), 'blurb', 'half and half')
    desk.crash(first)
    desk.fate = 'carry'
    const { editor } = openAgain(desk)
    await desk.pass(500)
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
    expect(server.items.get('item-0')?.text.blurb).toBe('half and half')
  })
  test('a field that somebody else changed meanwhile shows both texts', async () => {
    const { server, desk } = setUp()
    const first = desk.open()
    first.edit(row('item-0'), 'blurb', 'mine')
    desk.crash(first)
    const other = new Desk(server, 'bob')
    other.open().edit(row('item-0'), 'blurb', 'theirs')
    await other.pass(500)
    const { editor } = openAgain(desk)
    await desk.pass(500)
    expect(editor.state.sync['item-0']?.conflicts).toEqual({ blurb: 'theirs' })
    expect(editor.state.doc.items['item-0']?.blurb).toBe('mine')
    desk.crash(editor)
    const again = openAgain(desk)
    await desk.pass(500)
    expect(again.editor.state.sync['item-0']?.conflicts).toEqual({ blurb: 'theirs' })
    expect(server.items.get('item-0')?.text.blurb).toBe('theirs')
  })
  test('new items, moves and removals that had not gone out are drawn and sent again', async () => {
    const { server, desk } = setUp()
    const first = desk.open()
    desk.fate = 'lose-answer'
    const spot = { sectionId: 'outages', after: null }
    first.perform({ type: 'place-item', id: 'new', text: emptyItem, spot, again: false })
    first.edit(row('new'), 'headline', 'Written offline')
    first.perform({ type: 'move-item', id: 'item-1', spot: { sectionId: 'articles', after: null } })
    first.perform({ type: 'remove-item', id: 'item-0' })
    await desk.pass(500)
    desk.crash(first)
    desk.fate = 'carry'
    const { editor } = openAgain(desk)
    expect(editor.state.doc.itemIds).toEqual({ articles: ['item-1'], outages: ['new'] })
    await desk.pass(2_000)
    expect(server.order('articles')).toEqual(['item-1'])
    expect(server.items.get('new')?.text.headline).toBe('Written offline')
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
    expect(desk.store.length).toBe(0)
  })
  test('the text of a row that is gone is set aside, never dropped', async () => {
    const { server, desk } = setUp()
    const first = desk.open()
    first.edit(row('item-0'), 'blurb', 'mine')
    desk.crash(first)
    const other = new Desk(server, 'bob')
    other.open().perform({ type: 'remove-item', id: 'item-0' })
    await other.pass(0)
    const { editor } = openAgain(desk)
    expect(editor.state.strays['item-0']?.fields).toMatchObject({ blurb: 'mine' })
    desk.crash(editor)
    const again = openAgain(desk)
    expect(again.editor.state.strays['item-0']?.fields).toMatchObject({ blurb: 'mine' })
    again.editor.dropStray('item-0')
    expect(desk.store.length).toBe(0)
  })
  test('another person in the same browser is shown nothing of it', () => {
    const { server, desk } = setUp()
    const first = desk.open()
    first.edit(row('item-0'), 'blurb', 'private')
    desk.crash(first)
    const other = new Desk(server, 'bob')
    const bob = other.open()
    expect(bob.journal.views()).toEqual([])
  })
})

describe('a browser that keeps nothing', () => {
  test('is said, until the text is saved', async () => {
    const { desk } = setUp()
    const editor = desk.open()
    desk.store.full = true
    editor.edit(row('item-0'), 'blurb', 'not kept')
    expect(editor.state.kept).toBe(false)
    desk.store.full = false
    await desk.pass(500)
    expect(editor.state.kept).toBe(true)
  })
  test('keeps what it has when one text is too large, and damaged entries are passed over', () => {
    const { desk } = setUp()
    const first = desk.open()
    first.edit(row('item-1'), 'blurb', 'kept')
    desk.crash(first)
    desk.store.setItem('gleaner:unsaved:ada:issue:x:row:item-0', '{"fields":')
    const { editor } = openAgain(desk)
    expect(editor.state.doc.items['item-1']?.blurb).toBe('kept')
  })
})
