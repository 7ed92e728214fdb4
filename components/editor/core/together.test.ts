import { describe, expect, test } from 'vitest'
import { Cursor } from './cursor'
import { saveStatus } from './status'
import { Desk } from './testing/desk'
import { FakeServer } from './testing/fake-server'

const row = (id: string) => ({ kind: 'item' as const, id })
const first = row('item-0')
const text = 'The tide comes in at six and goes out at noon.'

function setUp() {
  const server = new FakeServer([{ headline: 'One', blurb: text }, { headline: 'Two' }])
  const desk = new Desk(server)
  const bobs = new Desk(server, 'bob')
  const bob = bobs.open()
  /** Bob writes, and the stream tells of it. */
  const bobWrites = async (blurb: string) => {
    bob.edit(first, 'blurb', blurb)
    await bobs.pass(500)
    return server.items.get('item-0')?.version ?? 0
  }
  return { server, desk, bobs, bob, bobWrites, editor: desk.open() }
}
const blurbOf = ({ state }: ReturnType<Desk['open']>) => state.doc.items['item-0']?.blurb
const gets = (desk: Desk) => {
  const paths: string[] = []
  desk.fate = ({ method, path }) => {
    if (method === 'GET') paths.push(path)
    return 'carry'
  }
  return paths
}

describe('news from the stream', () => {
  test('load what others changed', async () => {
    const { desk, editor, bobWrites } = setUp()
    const version = await bobWrites('Theirs.')
    editor.hear({ 'item-0': version })
    await desk.pass(200)
    expect(blurbOf(editor)).toBe('Theirs.')
  })
  test('of one’s own saves load nothing, even where they come before the answer', async () => {
    const { desk, editor } = setUp()
    const paths = gets(desk)
    editor.edit(first, 'blurb', 'Mine.')
    await desk.pass(500)
    editor.hear({ 'item-0': 1 })
    await desk.pass(2_000)
    expect(paths).toEqual([])
    desk.fate = ({ method }) => (method === 'PATCH' ? 'hold' : 'carry')
    editor.edit(first, 'blurb', 'Mine again.')
    await desk.pass(500)
    editor.hear({ 'item-0': 2 })
    await desk.pass(400)
    await desk.release()
    await desk.pass(400)
    expect(editor.state.sync['item-0']?.version).toBe(2)
    expect(paths).toEqual([])
  })
})

describe('the field with the cursor', () => {
  test('stays as it is until the cursor has left it', async () => {
    const { desk, editor, bobWrites } = setUp()
    editor.enter(first, 'blurb')
    editor.hear({ 'item-0': await bobWrites('Theirs.') })
    await desk.pass(200)
    expect(blurbOf(editor)).toBe(text)
    expect(editor.state.sync['item-0']?.conflicts).toEqual({ blurb: 'Theirs.' })
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
    editor.leave(first)
    expect(blurbOf(editor)).toBe('Theirs.')
    expect(editor.state.sync['item-0']?.conflicts).toEqual({})
  })
  test('takes in what was held back when it goes away with the cursor in it', async () => {
    const { desk, editor, bobWrites } = setUp()
    const cursor = new Cursor(editor, 'blurb')
    cursor.enter(first)
    editor.hear({ 'item-0': await bobWrites('Theirs.') })
    await desk.pass(200)
    expect(editor.state.at).toBe(first.id)
    cursor.end()
    expect(blurbOf(editor)).toBe('Theirs.')
    expect(editor.state.at).toBeNull()
    editor.enter(row('item-1'), 'blurb')
    cursor.end()
    expect(editor.state.at).toBe('item-1')
  })
  test('takes other fields in meanwhile', async () => {
    const { desk, editor, bobWrites } = setUp()
    editor.enter(first, 'headline')
    editor.hear({ 'item-0': await bobWrites('Theirs.') })
    await desk.pass(200)
    expect(blurbOf(editor)).toBe('Theirs.')
  })
  test('once written in is merged on leaving, where the changes stand apart', async () => {
    const { server, desk, editor, bobWrites } = setUp()
    editor.enter(first, 'blurb')
    editor.edit(first, 'blurb', text.replace('noon', 'one'))
    editor.hear({ 'item-0': await bobWrites(text.replace('six', 'seven')) })
    await desk.pass(1_000)
    expect(blurbOf(editor)).toBe(text.replace('noon', 'one'))
    expect(saveStatus(editor.state)).toEqual({ kind: 'conflict', count: 1 })
    editor.leave(first)
    await desk.pass(500)
    expect(server.items.get('item-0')?.text.blurb).toBe('The tide comes in at seven and goes out at one.')
    expect(saveStatus(editor.state)).toEqual({ kind: 'saved' })
    expect(editor.state.notice?.text).toContain('Both changes are in it')
  })
})

test('two changes of the same words are a person’s to choose', async () => {
  const { desk, editor, bobWrites } = setUp()
  await bobWrites(text.replace('six', 'seven'))
  editor.edit(first, 'blurb', text.replace('six', 'five'))
  await desk.pass(500)
  expect(saveStatus(editor.state)).toEqual({ kind: 'conflict', count: 1 })
  const { conflicts, origins } = editor.state.sync['item-0'] ?? {}
  expect([conflicts, origins]).toEqual([{ blurb: text.replace('six', 'seven') }, { blurb: text }])
})
test('two addresses are a person’s to choose, however far apart their changes stand', async () => {
  const { server, desk, bobs, bob, editor } = setUp()
  bob.edit(first, 'url', 'https://tides.example/count/1')
  await bobs.pass(500)
  await editor.refresh()
  bob.edit(first, 'url', 'http://tides.example/count/1')
  await bobs.pass(500)
  editor.edit(first, 'url', 'https://tides.example/count/2')
  await desk.pass(500)
  expect(saveStatus(editor.state)).toEqual({ kind: 'conflict', count: 1 })
  expect(server.items.get('item-0')?.text.url).toBe('http://tides.example/count/1')
  editor.resolve(first, 'url', 'https://tides.example/count/2')
  await desk.pass(500)
  expect(server.items.get('item-0')?.text.url).toBe('https://tides.example/count/2')
})
test('what was written offline before a crash is merged with what others did meanwhile', async () => {
  const { server, desk, editor, bobWrites } = setUp()
  editor.edit(first, 'blurb', text.replace('noon', 'one'))
  desk.crash(editor)
  await bobWrites(text.replace('six', 'seven'))
  const again = desk.open()
  again.recover(again.journal.views())
  await desk.pass(500)
  expect(server.items.get('item-0')?.text.blurb).toBe('The tide comes in at seven and goes out at one.')
})
test('undo takes back one’s own change and leaves theirs; redo does it again', async () => {
  const { desk, editor, bobWrites } = setUp()
  editor.edit(first, 'blurb', text.replace('noon', 'one'))
  await desk.pass(500)
  const { bob } = { bob: await bobWrites(text.replace('six', 'seven')) }
  editor.hear({ 'item-0': bob })
  await desk.pass(500)
  const both = blurbOf(editor) ?? ''
  editor.undo()
  expect(blurbOf(editor)).toBe(both.replace('one', 'noon'))
  editor.redo()
  expect(blurbOf(editor)).toBe(both)
})
test('undo of words that others changed since does nothing, and says so', async () => {
  const { desk, bobs, bob, editor } = setUp()
  editor.edit(first, 'blurb', text.replace('noon', 'one'))
  await desk.pass(500)
  await bob.refresh()
  bob.edit(first, 'blurb', text.replace('noon', 'midnight'))
  await bobs.pass(500)
  await editor.refresh()
  expect(editor.undo()).toBeNull()
  expect(blurbOf(editor)).toBe(text.replace('noon', 'midnight'))
  expect(editor.state.notice?.text).toContain('the same words')
})
