import { mergeField } from '@/lib/text-merge/rules'
import { sameValue } from './document'
import type { Op } from './operations'

/** `at`: ms; a run of typing in one field is one step until the person pauses. */
export type Step = { op: Op; inverse: Op; at: number }
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] }

export const emptyHistory: History = { done: [], undone: [] }

/** A pause in typing after which the next letter begins a new step, in ms. */
export const TYPING_PAUSE = 1200
const LONGEST = 500

/** Remembers a step; what was undone before can't be redone after it. */
export function rememberStep(history: History, step: Step): History {
  const last = history.done.at(-1)
  const merged = last && mergeTyping(last, step)
  const done = merged === undefined ? [...history.done, step] : [...history.done.slice(0, -1), ...merged]
  return { done: done.slice(-LONGEST), undone: [] }
}

/** The steps that two become: undefined where they don't belong together, none where they cancel each other. */
function mergeTyping(last: Step, next: Step): Step[] | undefined {
  const { op, inverse } = last
  if (op.type !== 'edit' || inverse.type !== 'edit' || next.op.type !== 'edit') return undefined
  const sameField = op.row.id === next.op.row.id && op.field === next.op.field
  const typed = typeof op.value === 'string' && typeof next.op.value === 'string'
  if (!sameField || !typed || next.at - last.at > TYPING_PAUSE) return undefined
  return inverse.value === next.op.value ? [] : [{ op: next.op, inverse, at: next.at }]
}

/**
 * What takes a step (from `was` to `now`) back, or does it again, in a text that others changed since: only what the
 * step itself changed. Null where they changed the same words.
 */
export function stepOver(op: Op, was: unknown, current: unknown): Op | null {
  if (op.type !== 'edit' || sameValue(was, current)) return op
  const text = mergeField(op.field, was, op.value, current)
  return text === null ? null : { ...op, value: text }
}

/** Closes the run of typing, so that the next letter begins a new step; on leaving a field. */
export function closeRun(history: History): History {
  const last = history.done.at(-1)
  if (!last || last.at === 0) return history
  return { ...history, done: [...history.done.slice(0, -1), { ...last, at: 0 }] }
}
