import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accentStyle, accentsOf, contrast, houseAccent, papers, readableOn } from './accent'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2)
})

it('reaches 4.5:1 on both papers, whatever was chosen', () => {
  fc.assert(
    fc.property(fc.option(colour), fc.option(colour), (accentLight, accentDark) => {
      const accents = accentsOf({ accentLight, accentDark })
      return contrast(accents.light, papers.light) >= 4.5 && contrast(accents.dark, papers.dark) >= 4.5
    }),
  )
})

it('leaves a colour that can be read alone', () => {
  expect(readableOn('light', houseAccent.light)).toBe(houseAccent.light)
  expect(readableOn('dark', houseAccent.dark)).toBe(houseAccent.dark)
})

it('darkens yellow and lightens navy, keeping what it can of them', () => {
  expect(accentsOf({ accentLight: '#ffee00', accentDark: null })).toEqual({
    light: '#807700',
    dark: '#ffee00',
  })
  expect(accentsOf({ accentLight: '#000080', accentDark: null }).light).toBe('#000080')
})

it('falls back to the house for what is no colour', () => {
  expect(accentsOf({ accentLight: 'red;}', accentDark: null })).toEqual(houseAccent)
  expect(accentStyle({ accentLight: null, accentDark: null })).toEqual({
    '--accent': 'light-dark(#9a3412, #f2a36f)',
  })
})
