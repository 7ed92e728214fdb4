import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { contrast, houseAccent, papers } from '@/lib/render/accent'
import { dark, light } from './colours'

it('are those of readers’ pages', () => {
  const [css = ''] = readFileSync('components/reader/styles/base.css', 'utf8').split('@media')
  const found = [...css.matchAll(/--(\w+): light-dark\((#\w+), (#\w+)\)/g)]
  const page = Object.fromEntries(found.map(([, name, ...pair]) => [name, pair]))
  expect(page).toEqual({
    ...Object.fromEntries(
      Object.entries(light).map(([name, value]) => [name, [value, Reflect.get(dark, name)]]),
    ),
    accent: [houseAccent.light, houseAccent.dark],
  })
})

it('can be read on their papers', () => {
  expect([light.paper, dark.paper]).toEqual([papers.light, papers.dark])
  for (const { paper, ink, muted, visited } of [light, dark])
    for (const colour of [ink, muted, visited]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5)
})
