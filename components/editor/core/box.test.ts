import { expect, test } from 'vitest'
import { Box } from './box'

function counted() {
  const box = new Box({ a: 1, b: 1 })
  const heard: string[] = []
  box.subscribe(() => heard.push(`${box.state.a}${box.state.b}`))
  return { box, heard }
}

test('tells of a change once it is there, and of none where nothing is different', () => {
  const { box, heard } = counted()
  box.set({ a: 2 })
  box.set({ a: 2 })
  expect(heard).toEqual(['21'])
})

test('tells once of what is changed together, also within, and of nothing where nothing was', () => {
  const { box, heard } = counted()
  const answer = box.together(() => {
    box.set({ a: 2 })
    box.together(() => box.set({ b: 2 }))
    expect(box.state).toEqual({ a: 2, b: 2 })
    expect(heard).toEqual([])
    return 'done'
  })
  box.together(() => undefined)
  expect([answer, ...heard]).toEqual(['done', '22'])
})

test('tells of what was changed before something failed', () => {
  const { box, heard } = counted()
  const fail = () =>
    box.together(() => {
      box.set({ a: 2 })
      throw new Error('no')
    })
  expect(fail).toThrow('no')
  expect(heard).toEqual(['21'])
})
