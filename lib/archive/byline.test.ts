import { expect, it } from 'vitest'
import { readByline } from './byline'

it.each([
  ['Mara Lind — Ropeworks', ['mara-lind']],
  ['By Mara Lind', ['mara-lind']],
  ['Mara Lind – Ropeworks', ['mara-lind']],
  ['Mara Lind, Jo Ek and Ann-Sofie Å — Ropeworks', ['mara-lind', 'jo-ek', 'ann-sofie-a']],
  ['Mara Lind & Jo Ek', ['mara-lind', 'jo-ek']],
  ['Mara Lind - Ropeworks', ['mara-lind']],
  ['Mara Lind (@mara) — Ropeworks', ['mara-lind']],
  ['山田太郎 — 東京', ['山田太郎']],
  ['Mara Lind, Mara Lind', ['mara-lind']],
  ['— Ropeworks', []],
  ['', []],
  [`${'x'.repeat(90)} — Ropeworks`, []],
])('reads who %s credits', (byline, slugs) => {
  expect(readByline(byline).map(({ slug }) => slug)).toEqual(slugs)
})

it('keeps names as they are written', () => {
  expect(readByline('By José  Ñu — Mar')).toEqual([{ slug: 'jose-nu', name: 'José Ñu' }])
})
