import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameValue } from './document'
import type { Editor } from './editor'
import { stepOfItem } from './ordering'
import { Desk, type Fate } from './testing/desk'
import { FakeServer } from './testing/fake-server'

type Act =
  | { do: 'type'; who: 0 | 1; item: number; field: 'headline' | 'blurb' }
  | { do: 'move'; who: 0 | 1; item: number; step: -1 | 1 }
  | { do: 'undo' | 'redo' | 'crash'; who: 0 | 1 }
  | { do: 'network'; who: 0 | 1; fate: Fate }
  | { do: 'wait'; who: 0 | 1; ms: number }

const who = fc.constantFrom<0 | 1>(0, 1)
const item = fc.nat(1)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type'),
      who,
      item,
      field: fc.constantFrom('blurb', 'blurb', 'headline'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), who, item, step: fc.constantFrom(-1, 1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash'), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('network'),
      who,
      fate: fc.constantFrom('carry', 'carry', 'lose-request', 'lose-answer', 'signed-out'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait'), who, ms: fc.constantFrom(0, 100, 450, 4_000) }),
  },
) as fc.Arbitrary<Act>

type Seat = { desk: Desk; editor: Editor }

/** Typing appends, so that every token ever typed must be in the end somewhere that a person can see. */
async function carryOut(seat: Seat, step: Act, token: string): Promise<string | null> {
  const { desk, editor } = seat
  if (step.do === 'type') {
    const row = { kind: 'item' as const, id: `item-${step.item}` }
    const before = editor.state.doc.items[row.id]?.[step.field]
    if (before === undefined) return null
    editor.edit(row, step.field, `${before}<${token}>`)
    return token
  }
  if (step.do === 'move') {
    const spot = stepOfItem(editor.state.doc, `item-${step.item}`, step.step)
    if (spot) editor.perform({ type: 'move-item', id: `item-${step.item}`, spot })
  }
  if (step.do === 'network') desk.fate = step.fate
  if (step.do === 'wait') await desk.pass(step.ms)
  if (step.do === 'crash') {
    desk.crash(editor)
    seat.editor = desk.open()
    seat.editor.recover(seat.editor.journal.views())
  }
  return null
}

/** The network is back, and each conflict is answered by keeping both texts. */
async function finish(seats: Seat[]): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    for (const { desk, editor } of seats) {
      desk.fate = 'carry'
      editor.wake()
      await desk.pass(120_000)
      for (const [id, { conflicts }] of Object.entries(editor.state.sync)) {
        for (const [field, theirs] of Object.entries(conflicts)) {
          const mine = editor.state.doc.items[id]?.[field as 'blurb']
          editor.resolve({ kind: 'item', id }, field, `${theirs}|${mine}`)
        }
      }
      await desk.pass(120_000)
      await editor.refresh()
      await desk.pass(120_000)
    }
  }
}

test('two people with failing networks and crashing browsers lose no word, and end with the same issue', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40, size: 'max' }), async (acts) => {
      const server = new FakeServer([{ headline: 'A' }, { headline: 'B' }, { headline: 'C' }])
      const seats = ['ada', 'bob'].map((name): Seat => {
        const desk = new Desk(server, name)
        return { desk, editor: desk.open() }
      })
      const typed: string[] = []
      for (const [index, step] of acts.entries()) {
        const seat = seats[step.who]
        const token = seat && (await carryOut(seat, step, String(index)))
        if (token) typed.push(token)
      }
      await finish(seats)
      const all = [...server.items.values()].map(({ text }) => text.headline + text.blurb).join('')
      expect(typed.filter((token) => !all.includes(`<${token}>`))).toEqual([])
      const [ada, bob] = seats.map(({ editor }) => editor.state.doc)
      expect(sameValue(ada?.itemIds, bob?.itemIds)).toBe(true)
      expect(ada?.items).toEqual(bob?.items)
      expect(ada?.itemIds.articles).toEqual(server.order('articles'))
      for (const { desk } of seats) expect(desk.store.length).toBe(0)
    }),
    { numRuns: 400 },
  )
}, 60_000)
