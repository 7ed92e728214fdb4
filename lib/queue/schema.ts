import { z } from 'zod'

/**
 * Every job by its name, with what it is told. A payload names records by id and carries no more: the handler reads
 * what is true when it runs.
 */
export const jobSchemas = {
  /** Each minute: publishes what is due, warns of what is held. Told by the clock alone. */
  'sweep-schedules': z.strictObject({}),
} as const

export type JobName = keyof typeof jobSchemas
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>
