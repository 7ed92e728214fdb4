/** What a rig found. `figure` is one line for the table and for docs/trust.md. */
export type RigResult = {
  rounds: number
  figure: string
  /** What did not hold, in words; empty when the rig held. */
  breaches: string[]
}

/**
 * A rig tries to break one promise of the product. The long form runs by `npm run rigs`, the short one within
 * `npm test`: the same code with smaller numbers. It works on the database that `db()` leads to, migrated and empty.
 */
export type Rig = {
  name: string
  /** What must hold. */
  bar: string
  run: (options: { full: boolean }) => Promise<RigResult>
}
