import { createHash } from 'node:crypto'

const FIRST = 20_000
const SPAN = 10_000

/** The port of the journeys' server: one for each checkout, so that several can run side by side. */
export function e2ePort(): number {
  if (process.env.E2E_PORT) return Number(process.env.E2E_PORT)
  return FIRST + (createHash('sha256').update(process.cwd()).digest().readUInt16BE() % SPAN)
}
