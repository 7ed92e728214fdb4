import type { ClickKind } from '@/lib/clicks/schema'
import type { Comparison } from '@/lib/reports/schema'

/** Why a request is not counted as a reader's click. */
export const kindWords: Record<ClickKind, string> = {
  verified: 'Clicks of readers',
  prefetch: 'Fetched ahead by a browser',
  head: 'Only asked about (HEAD)',
  bot: 'Programs that say so',
  burst: 'Several links within seconds, as mail scanners do',
  repeat: 'Again within half an hour',
}

const number = new Intl.NumberFormat('en')
export const countInWords = (count: number): string => number.format(count)

const runsInWords = (runs: number) => (runs === 1 ? 'one earlier run' : `${number.format(runs)} earlier runs`)
const atAge = (days: number) =>
  days === 0 ? 'on the first day' : days === 1 ? 'after one day' : `after ${days} days`

/** How a run did against earlier ones. @param age days since it ran */
export function comparisonInWords(
  verified: number,
  comparison: Comparison,
  placement: string,
  age: number,
): string {
  if (comparison.kind === 'none')
    return `Nothing to compare with yet: no earlier run of ${placement} was counted.`
  const from = `${runsInWords(comparison.runs)} of ${placement}`
  if (comparison.kind === 'few')
    return `No median is shown yet: with ${from} it would tell what another company’s came to.`
  const difference = verified - comparison.median
  const how =
    difference === 0
      ? 'The same as'
      : `${number.format(Math.abs(difference))} ${difference > 0 ? 'above' : 'below'}`
  return `${how} the median, ${number.format(comparison.median)}, of ${from} ${atAge(age)}.`
}
