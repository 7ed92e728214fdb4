import { describe, expect, it } from 'vitest'
import { emailStanding, findEmailSize, sizeInWords } from './rules'

const heavy = { name: '“Waves”', bytes: 9_400, where: { kind: 'item', id: 'a', field: 'blurb' } } as const

describe('the size of an issue’s mail', () => {
  it('is told as its reader counts it', () => {
    expect([1, 999, 1_000, 41_250, 102_000].map(sizeInWords)).toEqual([
      '1 byte',
      '999 bytes',
      '1 KB',
      '41.3 KB',
      '102 KB',
    ])
  })

  it('is no finding until it comes near what Gmail cuts off', () => {
    expect([91_800, 91_801, 102_000, 102_001].map(emailStanding)).toEqual(['fine', 'near', 'near', 'over'])
    expect(findEmailSize(50_000, heavy)).toEqual([])
  })

  it('says what is heaviest, and leads there', () => {
    const [near] = findEmailSize(95_000, heavy)
    expect(near).toMatchObject({ level: 'warn', where: heavy.where })
    expect(near?.message).toBe(
      'The email is 95 KB, close to the 102 KB from which on Gmail cuts it off. Heaviest: “Waves”, 9.4 KB.',
    )
    expect(findEmailSize(120_000, null)[0]?.message).toBe(
      'The email is 120 KB: Gmail cuts off what is over 102 KB, the end of the issue first.',
    )
  })
})
