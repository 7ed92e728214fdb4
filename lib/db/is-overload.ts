/**
 * Prisma's codes for a transaction that got no connection in time or took too long, and for a pool without a free one;
 * it was rolled back.
 */
const codes = ['P2028', 'P2024']
/** The pool of the driver has no code for it. */
const poolMessage = 'timeout exceeded when trying to connect'

/** Whether the database had too much to do: nothing was written, and the same may succeed in a moment. */
export function isOverload(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return codes.includes(code) || error.message.includes(poolMessage)
}
