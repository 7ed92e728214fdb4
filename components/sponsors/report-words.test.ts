import { expect, test } from 'vitest'
import { comparisonInWords } from './report-words'

test.each([
  [
    12,
    { kind: 'median', runs: 3, median: 9.5 },
    4,
    '2.5 above the median, 9.5, of 3 earlier runs of Top after 4 days.',
  ],
  [
    2,
    { kind: 'median', runs: 1, median: 3 },
    1,
    '1 below the median, 3, of one earlier run of Top after one day.',
  ],
  [
    3,
    { kind: 'median', runs: 2, median: 3 },
    0,
    'The same as the median, 3, of 2 earlier runs of Top on the first day.',
  ],
  [3, { kind: 'none' }, 0, 'Nothing to compare with yet: no earlier run of Top was counted.'],
  [
    3,
    { kind: 'few', runs: 1 },
    0,
    'No median is shown yet: with one earlier run of Top it would tell what another company’s came to.',
  ],
] as const)('%i against %j', (verified, comparison, age, words) =>
  expect(comparisonInWords(verified, comparison, 'Top', age)).toBe(words),
)
