import { expect, it } from 'vitest'
import { directionOfLanguage, tongueIn } from './language'
import { readTongue, writeTongue } from './tongue-mark'

it.each([
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['ja', 'ltr'],
  ['', 'ltr'],
] as const)('%s is written %s', (tag, dir) => expect(directionOfLanguage(tag)).toBe(dir))

it('brings the direction along with a language, unless another is named', () => {
  const page = { lang: 'en', dir: 'ltr' } as const
  expect(tongueIn(page, { lang: null, dir: null })).toEqual(page)
  expect(tongueIn(page, { lang: 'ar', dir: null })).toEqual({ lang: 'ar', dir: 'rtl' })
  expect(tongueIn(page, { lang: 'ar', dir: 'ltr' })).toEqual({ lang: 'ar', dir: 'ltr' })
  expect(tongueIn(page, { lang: null, dir: 'rtl' })).toEqual({ lang: 'en', dir: 'rtl' })
  // What a publication says of its own language holds for issues that name it again.
  const odd = { lang: 'en', dir: 'rtl' } as const
  expect(tongueIn(odd, { lang: 'en', dir: null })).toEqual(odd)
  expect(tongueIn({ lang: 'ar', dir: 'rtl' }, { lang: 'de', dir: null })).toEqual({ lang: 'de', dir: 'ltr' })
})

it.each([
  { lang: 'ar', dir: 'rtl' },
  { lang: 'zh-Hant-TW', dir: null },
  { lang: null, dir: 'ltr' },
] as const)('%j is read back from Markdown', (tongue) => {
  expect(readTongue(writeTongue(tongue))).toEqual(tongue)
})

it('takes no other comment for a language', () => {
  expect(writeTongue({ lang: null, dir: null })).toBe('')
  for (const text of ['<!-- more -->', '<!--  -->', '<!-- lang: -->', 'lang: ar', '<!-- dir: up -->'])
    expect(readTongue(text)).toBeNull()
})
