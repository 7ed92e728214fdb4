import { describe, expect, it } from 'vitest'
import { withFresh } from './rows'
import { list } from './testing/inbox'

describe('a first page that was read anew', () => {
  /** What there is then, and where the next page begins. */
  const read = (had: string[], page: string[], next: string | null = 'page') => {
    const before = { rows: list(...had).rows, next: 'further' }
    const after = withFresh(before, { rows: list(...page).rows, next })
    return [...after.rows.map(({ id }) => id), after.next]
  }
  it('pushes down what was at its end, and leaves no gap', () => {
    expect(read(['a', 'b', 'c', 'd'], ['new', 'a', 'b'])).toEqual(['new', 'a', 'b', 'c', 'd', 'further'])
  })
  it('is without what has gone, and ends where the last row stood that was here before', () => {
    expect(read(['a', 'b', 'c', 'd'], ['b', 'c'])).toEqual(['b', 'c', 'd', 'further'])
    expect(read(['a', 'b', 'c', 'd'], ['d', 'a', 'new'])).toEqual(['d', 'a', 'new', 'b', 'c', 'further'])
  })
  it('is all that is known where nothing of it was here: there may be more between', () => {
    expect(read(['a', 'b'], ['x', 'y'])).toEqual(['x', 'y', 'page'])
  })
  it('is all there is where it says so, and goes on by itself where it reaches as far', () => {
    expect(read(['a', 'b', 'c'], ['a', 'b'], null)).toEqual(['a', 'b', null])
    expect(read(['a', 'b'], ['a', 'b'])).toEqual(['a', 'b', 'page'])
  })
})
