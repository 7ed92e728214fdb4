import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OneContextStorage } from './one-context.mjs'

type Storage = AsyncLocalStorage<number>
/** What a piece of a program does with one of its storages; `later` takes what follows to another turn. */
type Step =
  | { does: 'run' | 'catch'; storage: number; value: number; inner: Step[] }
  | { does: 'enter'; storage: number; value: number }
  | { does: 'later'; by: 'promise' | 'tick' | 'immediate' | 'timer' | 'resource'; inner: Step[] }
  | { does: 'wait' }

const storage = fc.nat({ max: 2 })
const value = fc.nat({ max: 3 })
const { steps } = fc.letrec<{ steps: Step[]; step: Step }>((tie) => ({
  step: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ does: fc.constant('enter' as const), storage, value }),
    fc.constant({ does: 'wait' as const }),
    fc.record({
      does: fc.constantFrom('run' as const, 'catch' as const),
      storage,
      value,
      inner: tie('steps'),
    }),
    fc.record({
      does: fc.constant('later' as const),
      by: fc.constantFrom(
        'promise' as const,
        'tick' as const,
        'immediate' as const,
        'timer' as const,
        'resource' as const,
      ),
      inner: tie('steps'),
    }),
  ),
  steps: fc.array(tie('step'), { maxLength: 4 }),
}))

const ways = {
  promise: (work: () => void) => void Promise.resolve().then(work),
  tick: (work: () => void) => process.nextTick(work),
  immediate: (work: () => void) => void setImmediate(work),
  timer: (work: () => void) => void setTimeout(work, 0),
  resource: (work: () => void) => void setImmediate(AsyncResource.bind(work)),
}

/** What each storage held after each step, by the step's place in the program. */
async function traceOf(
  program: Step[],
  make: () => Storage,
): Promise<Record<string, (number | undefined)[]>> {
  const storages = [make(), make(), make()]
  const trace: Record<string, (number | undefined)[]> = {}
  const waiting: Promise<unknown>[] = []
  const go = (list: Step[], place: string): void => void waiting.push(follow(list, place))
  const follow = async (list: Step[], place: string): Promise<void> => {
    for (const [index, step] of list.entries()) {
      const at = `${place}.${index}`
      const own = 'storage' in step ? (storages[step.storage] as Storage) : null
      if (step.does === 'wait') await null
      else if (step.does === 'enter') own?.enterWith(step.value)
      else if (step.does === 'run') own?.run(step.value, () => go(step.inner, at))
      else if (step.does === 'later')
        waiting.push(
          new Promise<void>((done) =>
            ways[step.by](() => {
              go(step.inner, at)
              done()
            }),
          ),
        )
      else
        try {
          own?.run(step.value, () => {
            go(step.inner, at)
            throw new Error(at)
          })
        } catch {
          // What was thrown must leave the context as it was.
        }
      trace[at] = storages.map((each) => each.getStore())
    }
  }
  await new AsyncResource('program').runInAsyncScope(() => follow(program, ''))
  for (let seen = 0; seen < waiting.length; seen += 1) await waiting[seen]
  return trace
}

test('every program finds in it what it would find in storages of Node’s', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (program) => {
      const theirs = await traceOf(program, () => new AsyncLocalStorage<number>())
      expect(await traceOf(program, () => new OneContextStorage() as Storage)).toEqual(theirs)
    }),
    { numRuns: 500 },
  )
})

test('what was bound, or taken as it was, has the context of then', () => {
  const [one, other]: Storage[] = [new OneContextStorage(), new OneContextStorage()]
  if (!one || !other) throw new Error('There are two')
  const [bound, taken] = one.run(1, () => [
    OneContextStorage.bind(() => [one.getStore(), other.getStore()]),
    OneContextStorage.snapshot(),
  ])
  other.run(2, () => {
    expect(bound()).toEqual([1, undefined])
    expect(taken(() => [one.getStore(), other.getStore()])).toEqual([1, undefined])
    expect(other.exit(() => other.getStore())).toBeUndefined()
    expect(other.getStore()).toBe(2)
    other.disable()
    expect(other.getStore()).toBeUndefined()
  })
})
