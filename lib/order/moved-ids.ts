/**
 * Which of the rows that both lists have changed their order: those outside the longest run that kept it, so that
 * one row pulled to the top counts as one move and not as a move of all the others.
 */
export function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const rank = new Map(before.map((id, index) => [id, index]))
  const kept = after.flatMap((id) => (rank.has(id) ? [{ id, rank: rank.get(id) ?? 0 }] : []))
  // For each row: how long the longest rising run ending there is, and which row comes before it in that run.
  const runs: { length: number; previous: number }[] = []
  for (const [index, row] of kept.entries()) {
    let best = { length: 1, previous: -1 }
    for (const [earlier, run] of runs.entries()) {
      if ((kept[earlier]?.rank ?? 0) < row.rank && run.length >= best.length) {
        best = { length: run.length + 1, previous: earlier }
      }
    }
    runs[index] = best
  }
  let at = runs.findIndex((run) => run.length === Math.max(...runs.map(({ length }) => length)))
  const inOrder = new Set<string>()
  while (at >= 0) {
    inOrder.add(kept[at]?.id ?? '')
    at = runs[at]?.previous ?? -1
  }
  return new Set(kept.map(({ id }) => id).filter((id) => !inOrder.has(id)))
}
