/** Says what time it is. */
export type Clock = () => Date

// Shared by Next's bundles, the server and the jobs, so that a test or a rig sets the time for all of them.
const port = globalThis as { gleanerClock?: Clock | undefined }

/** The present instant. The only source of time in lib, so that time can be set. */
export function now(): Date {
  return port.gleanerClock?.() ?? new Date()
}

/** Replaces the clock of this process; null returns to the machine's. */
export function setClock(clock: Clock | null): void {
  port.gleanerClock = clock ?? undefined
}

/** The calendar date in UTC, for what needn't be right to the hour in every zone. */
export function today(): string {
  return now().toISOString().slice(0, 10)
}
