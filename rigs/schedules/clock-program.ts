import type { Random } from '@/rigs/random'

const MINUTE_MS = 60 * 1000
const BEFORE_MINUTES = 75
const AFTER_MINUTES = 150
const LARGEST_STEP_MINUTES = 120

/**
 * What the machine's clock shows at each sweep around a change: a minute more each time, but at two moments it is
 * set wrong by up to two hours, to either side, and set right a few sweeps later.
 * @returns instants in ms; the last ones are right and past everything
 */
export function clockProgram(changeAt: number, random: Random): number[] {
  const steps = [0, 1].map(() => ({
    from: random.below(BEFORE_MINUTES + AFTER_MINUTES - 30),
    length: 1 + random.below(20),
    minutes: random.pick([-1, 1]) * (1 + random.below(LARGEST_STEP_MINUTES)),
  }))
  return Array.from({ length: BEFORE_MINUTES + AFTER_MINUTES }, (_, tick) => {
    const step = steps.find(({ from, length }) => tick >= from && tick < from + length)
    return changeAt + (tick - BEFORE_MINUTES + (step?.minutes ?? 0)) * MINUTE_MS
  })
}
