import { describe, expect, it, vi } from 'vitest'
import { canonicalLink } from '@/lib/links/rules'
import { isLoud } from '@/lib/memory/rules'
import { makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import {
  makeArchive,
  type PlayedIssue,
  readSreWeekly,
  readThisWeekInRust,
  sreWeekly,
  type Truth,
  thisWeekInRust,
} from './memory-archives'
import { ISSUES, playArchive, SEEDS } from './memory-figures'

const database = testDatabase()
// Asked for hundreds of items one after another, beside whatever else the machine does.
vi.setConfig({ testTimeout: 120_000 })
async function play(issues: PlayedIssue[]) {
  await database.empty()
  await makePublication()
  return playArchive(issues)
}

const DAY = 86_400_000

/** Of the addresses of an archive those that came within a year before, in days since they did last. */
function repeatsIn(issues: PlayedIssue[], isCounted: (title: string) => boolean = () => true) {
  const last = new Map<string, number>()
  const days: number[] = []
  let items = 0
  for (const { date, sections } of issues) {
    const at = Date.parse(date) / DAY
    for (const section of sections.filter(({ title }) => isCounted(title)))
      for (const { url } of section.items) {
        const canonical = canonicalLink(url)?.canonical ?? ''
        const since = at - (last.get(canonical) ?? Number.NEGATIVE_INFINITY)
        items += 1
        if (since <= 365) days.push(since)
        last.set(canonical, at)
      }
  }
  return { items, days }
}

describe('an archive is made with the rates of its newsletter', () => {
  it('a quarter of the addresses again within a year, most within two weeks, none twice in an issue', () => {
    const { items, days } = repeatsIn(makeArchive(thisWeekInRust, ISSUES.thisWeekInRust, 1))
    expect(days.length / items).toBeGreaterThan(0.23)
    expect(days.length / items).toBeLessThan(0.27)
    expect(days.filter((day) => day <= 14).length / days.length).toBeGreaterThan(0.9)
    expect(Math.min(...days)).toBeGreaterThan(0)
  })

  it('three article addresses of 2,097', () => {
    const isArticle = (title: string) => title === 'Articles'
    const made = SEEDS.sreWeekly.map((seed) =>
      repeatsIn(makeArchive(sreWeekly, ISSUES.sreWeekly, seed), isArticle),
    )
    expect(made.map(({ items }) => items)).toEqual([2_097, 2_097, 2_097])
    const repeats = made.reduce((total, { days }) => total + days.length, 0)
    expect(repeats / made.length).toBeGreaterThan(2)
    expect(repeats / made.length).toBeLessThan(4)
  })
})

it('catches the reruns of an archive that repeats a quarter on purpose, and nags no longer than it must', async () => {
  const issues = makeArchive(thisWeekInRust, 8, 1)
  const figures = await play(issues)
  expect(figures.reruns).toBeGreaterThan(2)
  expect(figures.usual).toBeGreaterThan(100)
  expect(figures).toMatchObject({ caught: figures.reruns, mistaken: 0 })
  // What a section of articles repeats from its first issue could be a slip; in the third its habit is known.
  const nags = figures.told.filter(({ item, notes }) => item.truth === 'usual' && notes.some(isLoud))
  const second = issues[1]?.sections.flatMap(({ items }) => items) ?? []
  expect(nags.filter(({ item }) => !second.includes(item))).toEqual([])
  expect(figures.nags).toBe(nags.length)
})

it('catches the reruns among articles that hardly repeat, and says nothing of outages and of what is new', async () => {
  // At the newsletter's own rate so few issues would repeat nothing.
  const often = sreWeekly.map((plan) => (plan.truth === 'rerun' ? { ...plan, repeats: 0.05 } : plan))
  const figures = await play(makeArchive(often, 14, 4))
  expect(figures.reruns).toBeGreaterThan(3)
  expect(figures.usual).toBeGreaterThan(10)
  expect(figures).toMatchObject({ nags: 0, mistaken: 0, caught: figures.reruns })
})

it.skipIf(readSreWeekly().length === 0)(
  'says nothing of what SRE Weekly 30–45 repeats on purpose',
  async () => {
    const figures = await play(readSreWeekly())
    expect(figures).toMatchObject({ reruns: 0, usual: 4, nags: 0, mistaken: 0 })
  },
)

it.skipIf(readThisWeekInRust().length === 0)(
  'finds what seven issues of This Week in Rust repeat on purpose',
  () => {
    const items = readThisWeekInRust().flatMap(({ sections }) => sections.flatMap((section) => section.items))
    const count = (truth: Truth) => items.filter((item) => item.truth === truth).length
    expect({ usual: count('usual'), reruns: count('rerun') }).toEqual({ usual: 20, reruns: 0 })
  },
)
