import { expect, test } from 'vitest'
import { Flights } from './flights'

/** Work that reads what is published when it begins, and ends when it is told to. */
function slowWork() {
  let published = 1
  const ends: (() => void)[] = []
  const flights = new Flights<number>(() => published)
  const work = async () => {
    const read = published
    await new Promise<void>((resume) => ends.push(resume))
    return read
  }
  return {
    ask: ({ alone = false } = {}) => flights.share('/', alone, work),
    publish: () => {
      published += 1
    },
    begun: () => expect.poll(() => ends.length),
    end: (index: number) => ends[index]?.(),
  }
}

test('all who wait for an address at one time share one', async () => {
  const { ask, begun, end } = slowWork()
  const asked = [ask(), ask(), ask()]
  await begun().toBe(1)
  end(0)
  expect(await Promise.all(asked)).toEqual([1, 1, 1])
})

test('whoever asks after a publication is not given what was begun before it; the others share one', async () => {
  const { ask, publish, begun, end } = slowWork()
  const before = ask()
  publish()
  const after = [ask(), ask()]
  end(0)
  await begun().toBe(2)
  const joined = ask()
  end(1)
  expect(await before).toBe(1)
  expect(await Promise.all([...after, joined])).toEqual([2, 2, 2])
})

test('where a publication tells nothing, nobody is given what was begun before they asked', async () => {
  const { ask, begun, end } = slowWork()
  const first = ask({ alone: true })
  const second = [ask({ alone: true }), ask({ alone: true })]
  end(0)
  await begun().toBe(2)
  end(1)
  await Promise.all([first, ...second])
  await begun().toBe(2)
})

test('what fails keeps nobody waiting behind it', async () => {
  const flights = new Flights<string>(() => 1)
  const outcomes = [Promise.reject(new Error('broken')), Promise.resolve('whole')]
  const work = () => outcomes.shift() ?? Promise.resolve('later')
  const [first, second] = [flights.share('/', true, work), flights.share('/', true, work)]
  await expect(first).rejects.toThrow('broken')
  expect(await second).toBe('whole')
  expect(await flights.share('/', true, work)).toBe('later')
})
