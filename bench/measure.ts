/** Milliseconds of each run, in the order in which they were made. */
export type Sample = number[]

/** `p50`, `p95`, `max` in milliseconds. */
export type Spread = { runs: number; p50: number; p95: number; max: number }

/** How long `work` takes, in milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now()
  const result = await work()
  return { result, ms: performance.now() - started }
}

/** The value that a share of the sample does not exceed (nearest rank). */
function percentile(sorted: number[], share: number): number {
  const index = Math.max(0, Math.ceil(share * sorted.length) - 1)
  return Math.round((sorted[index] ?? 0) * 100) / 100
}

export function spreadOf(sample: Sample): Spread {
  const sorted = [...sample].sort((a, b) => a - b)
  return {
    runs: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    max: percentile(sorted, 1),
  }
}
