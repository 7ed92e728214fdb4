import { expect, test } from 'vitest'
import { isUrl } from './is-url'

test.each(['https://bücher.example/', 'https://例え.example/', 'https://example.org/ü?q=ß'])(
  '%s is one, however often it is asked',
  (address) => {
    let refused = 0
    for (let asked = 0; asked < 50_000; asked += 1) if (!isUrl(address)) refused += 1
    expect(refused).toBe(0)
  },
)

test('what the parser refuses is none', () => {
  expect(['', 'x', 'https://', 'http://[::1', '//x'].map((text) => isUrl(text))).toEqual(
    Array.from({ length: 5 }, () => false),
  )
  expect(isUrl('//x', 'https://tides.example/')).toBe(true)
})
