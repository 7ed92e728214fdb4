import { describe, expect, it } from 'vitest'
import { nearest, slipsBetween, swapped } from './nearest'

describe('slips', () => {
  it.each([
    ['repair', 'repair', 0],
    ['repiar', 'repair', 1],
    ['repar', 'repair', 1],
    ['reppair', 'repair', 1],
    ['rebair', 'repair', 1],
    ['conection', 'connection', 1],
    ['kuberntse', 'kubernetes', 2],
    ['', 'abc', 3],
    ['бакап', 'бэкап', 1],
  ])('from %s to %s are %i', (one, other, slips) => {
    expect([slipsBetween(one, other), slipsBetween(other, one)]).toEqual([slips, slips])
  })

  it('of two letters swapped are all tried', () => {
    expect(swapped('tset')).toEqual(['stet', 'test', 'tste'])
    expect(swapped('aab')).toEqual(['aba'])
  })
})

describe('what was meant', () => {
  const known = [
    { word: 'connection', items: 3 },
    { word: 'connections', items: 9 },
    { word: 'collection', items: 80 },
  ]
  it('is the nearest word first, of equally near ones the commonest', () => {
    expect(nearest('conection', known)).toEqual(['connection', 'collection', 'connections'])
    expect(nearest('colection', known)[0]).toBe('collection')
    expect(
      nearest('tset', [
        { word: 'test', items: 1 },
        { word: 'set', items: 9 },
      ]),
    ).toEqual(['test', 'set'])
  })
  it('is nothing where nothing is near', () => {
    expect(nearest('postgres', known)).toEqual([])
    expect(nearest('cat', [{ word: 'dogs', items: 1 }])).toEqual([])
    expect(nearest('abcd', [{ word: 'abef', items: 5 }])).toEqual([])
    expect(nearest('word', [])).toEqual([])
  })
})
