import { describe, expect, it } from 'vitest'
import { type Chunk, inChunks } from './chunks'
import { row } from './testing/inbox'

const rows = (ids: string) => [...ids].map(row)
/** By key, as `1:abc`. */
const told = (chunks: Chunk[]) =>
  chunks.map(({ key, rows: own }) => `${key}:${own.map(({ id }) => id).join('')}`)

describe('rows that are drawn together', () => {
  const before = inChunks(rows('abcdefgh'), 3)
  it('are so many, and say where they begin', () => {
    expect(told(before)).toEqual(['1:abc', '2:def', '3:gh'])
    expect(before.map(({ first }) => first)).toEqual([1, 4, 7])
  })
  it('stay together whatever comes or goes', () => {
    expect(told(inChunks(rows('bcdefgh'), 3, before))).toEqual(['1:bc', '2:def', '3:gh'])
    expect(told(inChunks(rows('abcgh'), 3, before))).toEqual(['1:abc', '3:gh'])
    expect(told(inChunks(rows('abcdXefghi'), 3, before))).toEqual(['1:abc', '2:dXef', '3:ghi'])
  })
  it('take in a few that are new on top; many are by themselves', () => {
    expect(told(inChunks(rows('Xabcdefgh'), 3, before))).toEqual(['1:Xabc', '2:def', '3:gh'])
    expect(told(inChunks(rows('VWXYabcdefgh'), 3, before))).toEqual([
      '4:VWX',
      '5:Y',
      '1:abc',
      '2:def',
      '3:gh',
    ])
  })
  it('that have grown too many take no more', () => {
    const grown = inChunks(rows('XYZabcdefgh'), 3, before)
    expect(told(inChunks(rows('WXYZabcdefgh'), 3, grown))).toEqual(['4:W', '1:XYZabc', '2:def', '3:gh'])
  })
  it('go on below, and begin anew with another list', () => {
    expect(told(inChunks(rows('abcdefghijkl'), 3, before))).toEqual(['1:abc', '2:def', '3:ghi', '4:jkl'])
    expect(told(inChunks(rows('xyz'), 2, before))).toEqual(['4:xy', '5:z'])
  })
  it('are each once, where a row went far away', () => {
    expect(told(inChunks(rows('habcdefg'), 3, before))).toEqual(['3:h', '1:abc', '2:def', '4:g'])
  })
})
