import type { SearchBench, SearchRow } from './search'

/** p95 in ms of the query as a call that we aim at. */
const AIM = 15

const spread = ({ p50, p95 }: SearchRow['call']) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`

/** The table that docs/bench.md keeps, line by line. */
export function searchTable(results: SearchBench[]): string[] {
  if (results.length === 0) return []
  const head = [
    '',
    '| items | issues | search for | as a call | bare pg, same SQL | statements | aim, p95 as a call |',
    '|---:|---:|---|---:|---:|---:|---|',
  ]
  const lines = results.flatMap(({ items, issues, rows, all }) =>
    [...rows, all].map(({ kind, call, bare, statements }) => {
      const verdict = kind === all.kind ? `< ${AIM}: ${call.p95 < AIM ? 'yes' : 'NO'}` : ''
      return `| ${items} | ${issues} | ${kind} | ${spread(call)} | ${spread(bare)} | ${statements} | ${verdict} |`
    }),
  )
  return [...head, ...lines]
}
