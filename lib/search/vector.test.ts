import { describe, expect, it } from 'vitest'
import { type Searched, vectorOf } from './vector'

const item = (overrides: Partial<Searched> = {}): Searched => ({
  headline: null,
  authors: [],
  host: null,
  site: null,
  sectionTitle: null,
  sectionSlug: null,
  topics: [],
  text: '',
  date: '2016-09-25',
  ...overrides,
})

describe('what an item is found by', () => {
  it('are its words with their places and weights', () => {
    expect(vectorOf(item({ headline: 'TCP repair', text: 'Repair it' }))).toBe(
      "'tcp':1A 'repair':2A,18C 'it':19C 'year:2016'",
    )
  })

  it('are its host, its site, its section and its topics, to narrow by', () => {
    const vector = vectorOf(
      item({
        host: 'techblog.netflix.com',
        site: 'netflix.com',
        sectionTitle: 'Outages',
        sectionSlug: 'outages',
        topics: [{ slug: 'cplusplus', name: 'C++' }],
      }),
    )
    for (const lexeme of [
      "'section:outages'",
      "'topic:cplusplus'",
      "'host:techblog.netflix.com'",
      "'host:netflix.com'",
    ])
      expect(vector.split(' ')).toContain(lexeme)
    expect(vector).toMatch(/'netflix':\d+B /)
    expect(vector).toMatch(/'c\+\+':\d+D /)
    expect(vector).toMatch(/'outages':\d+D /)
  })

  it('are quoted, whatever they are', () => {
    const topics = [{ slug: "o'b\\c", name: '' }]
    expect(vectorOf(item({ topics }))).toBe("'year:2016' 'topic:o''b\\\\c'")
  })

  it('end where PostgreSQL would not take more', () => {
    const long = vectorOf(item({ text: Array.from({ length: 20_000 }, (_, index) => `w${index}`).join(' ') }))
    expect(long).toContain("'w11000':")
    expect(long).not.toContain("'w12000':")
    expect(vectorOf(item({ text: 'again '.repeat(500) })).split(',')).toHaveLength(40)
  })
})
