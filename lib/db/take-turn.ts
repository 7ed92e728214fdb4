import type { Tx } from './db'

/** Advisory-lock keys, one for each kind of work that one transaction does at a time in all processes. The values are arbitrary. */
const turns = { import: 7_301_978, seed: 7_301_979, words: 7_301_980 } as const

/** Waits until no other transaction has this turn, and has it until the transaction ends. Locks no row. */
export async function takeTurn(tx: Tx, turn: keyof typeof turns): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${turns[turn]})`
}

/** As `takeTurn`, where it is free; else goes on without it. @returns whether it has it */
export async function tryTurn(tx: Tx, turn: keyof typeof turns): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${turns[turn]}) AS taken`
  return row?.taken ?? false
}
