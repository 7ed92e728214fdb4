import { describe, expect, it } from 'vitest'
import { formatMoney, minorDigits, readMoney, writeMoney } from './rules'

describe('money', () => {
  it('knows how many digits a currency has', () => {
    expect(['USD', 'JPY', 'BHD'].map(minorDigits)).toEqual([2, 0, 3])
  })

  it.each([
    [45000, 'USD', '$450', '450'],
    [9950, 'EUR', '€99.50', '99.50'],
    [1200, 'JPY', '¥1,200', '1200'],
    [0, 'USD', '$0', '0'],
  ])('%i of %s reads %s and is typed %s', (minor, currency, shown, typed) => {
    expect(formatMoney(minor, currency)).toBe(shown)
    expect(writeMoney(minor, currency)).toBe(typed)
    expect(readMoney(typed, currency)).toBe(minor)
  })

  it('takes what people type, and nothing that could be meant otherwise', () => {
    expect(readMoney(' 99,5 ', 'EUR')).toBe(9950)
    expect(readMoney('1 200', 'USD')).toBe(120_000)
    expect(readMoney('', 'USD')).toBe(0)
    for (const typed of ['1,200', '-5', '5.001', 'ten', '1.2.3', '$5'])
      expect(readMoney(typed, 'USD')).toBeNull()
    expect(readMoney('5.5', 'JPY')).toBeNull()
  })
})
