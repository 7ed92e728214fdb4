import { describe, expect, test } from 'vitest'
import { continueLine, isAddress, makeLink, type TextEdit, toggleMark } from './markdown-edit'

/** `[` and `]` around a word show the selection before and after. */
function run(marked: string, edit: (text: string, from: number, to: number) => TextEdit): string {
  const from = marked.indexOf('⟦')
  const to = marked.indexOf('⟧') - 1
  const text = marked.replace(/[⟦⟧]/g, '')
  const { insert, select, ...range } = edit(text, from, to)
  const next = text.slice(0, range.from) + insert + text.slice(range.to)
  return `${next.slice(0, select[0])}⟦${next.slice(select[0], select[1])}⟧${next.slice(select[1])}`
}

describe('a mark', () => {
  test.each([
    ['a ⟦word⟧ b', '**', 'a **⟦word⟧** b'],
    ['a **⟦word⟧** b', '**', 'a ⟦word⟧ b'],
    ['a ⟦word ⟧b', '*', 'a *⟦word⟧* b'],
    ['a **⟦word⟧** b', '*', 'a ***⟦word⟧*** b'],
    ['a ***⟦word⟧*** b', '*', 'a **⟦word⟧** b'],
    ['⟦⟧', '**', '**⟦⟧**'],
  ])('%s with %s', (before, mark, after) => {
    expect(run(before, (text, from, to) => toggleMark(text, from, to, mark))).toBe(after)
  })
})

describe('a link', () => {
  test('of a selection waits for its address, of an address for its text', () => {
    expect(run('see ⟦this⟧', makeLink)).toBe('see [this](⟦⟧)')
    expect(run('see ⟦https://a.example/⟧', makeLink)).toBe('see [⟦⟧](https://a.example/)')
    expect(run('⟦⟧', makeLink)).toBe('[⟦⟧]()')
  })
  test('is made by an address pasted onto a selection, also one with brackets', () => {
    const paste = (url: string) => (text: string, from: number, to: number) => makeLink(text, from, to, url)
    expect(run('see ⟦this⟧', paste('https://a.example/'))).toBe('see [this](https://a.example/)⟦⟧')
    expect(run('⟦x⟧', paste('https://a.example/b_(c)'))).toBe('[x](<https://a.example/b_(c)>)⟦⟧')
  })
  test('knows an address from a sentence', () => {
    expect(isAddress(' https://a.example/x ')).toBe(true)
    expect(isAddress('https://a.example and more')).toBe(false)
    expect(isAddress('javascript:alert(1)')).toBe(false)
  })
})

describe('a new line', () => {
  const enter = (text: string) => {
    const edit = continueLine(text, text.length)
    return edit && text.slice(0, edit.from) + edit.insert
  }
  test('goes on with a list or a quote, counts on, and ends where nothing was written', () => {
    expect(enter('- a')).toBe('- a\n- ')
    expect(enter('9. a')).toBe('9. a\n10. ')
    expect(enter('> a')).toBe('> a\n> ')
    expect(enter('- a\n- ')).toBe('- a\n')
    expect(enter('plain')).toBe(null)
  })
})
