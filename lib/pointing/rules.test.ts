import { expect, it } from 'vitest'
import { findPointing, neighboursOf } from './rules'

const kinds = (text: string) => findPointing(text).map(({ to, reach, words }) => `${to} ${reach}: ${words}`)

it.each([
  ['Speaking of tides, here is a chart.', 'above beside: Speaking of'],
  ['Like the previous\narticle, this counts.', 'above beside: the previous article'],
  ['Another project from Ropeworks.', 'above beside: Another project from'],
  ['Another great post by Mara.', 'above beside: Another great post by'],
  ['Another classic from Mara.', 'above beside: Another classic from'],
  ['More great posts by Mara.', 'above beside: More great posts by'],
  ['Another detailed postmortem by Mara.', 'above beside: Another detailed postmortem by'],
  ['One more by her.', 'above beside: One more by'],
  ['Also from Ropeworks: knots.', 'above beside: Also from'],
  ['Another article about tides.', 'above beside: Another article about'],
  ['In a similar vein, waves.', 'above beside: In a similar vein'],
  ['As I mentioned earlier, it turns.', 'above beyond: As I mentioned earlier'],
  ['See above for the outage.', 'above beyond: See above'],
  ['The article above has more.', 'above beyond: The article above'],
  ['The next item says why.', 'below beside: The next item'],
  ['The outage is described below.', 'below beyond: described below'],
])('%j points at others', (text, expected) => {
  expect(kinds(text)).toContain(expected)
})

it.each([
  'It fell below zero, above all at night.',
  'They had another outage in May.',
  'The last year was dry.',
  'It was also caused by a cable.',
  'Another outage caused by a cable.',
  'It was made more reliable by chance.',
  'Take more than a day off from work.',
  '> Speaking of tides\n\nHe said it well.',
  'Read [it](https://example.org/the-previous-article) now.',
  'The following is true.',
])('%j points at nothing', (text) => {
  expect(findPointing(text)).toEqual([])
})

it('knows who stands beside an item', () => {
  expect(neighboursOf(['a', 'b', 'c'], 'b')).toEqual({ above: 'a', below: 'c' })
  expect(neighboursOf(['a'], 'a')).toEqual({ above: null, below: null })
  expect(neighboursOf(['a'], 'x')).toEqual({ above: null, below: null })
})

it('is quick with any text', () => {
  const before = performance.now()
  for (const part of ['another ', 'a-’', ' ', 'the ', '> ', 'see\n']) findPointing(part.repeat(60_000))
  expect(performance.now() - before).toBeLessThan(2_000)
})
