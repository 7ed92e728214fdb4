import { expect, it, vi } from 'vitest'

import { makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { makeArchive, type PlayedIssue, readSreWeekly, sreWeekly, thisWeekInRust } from './memory-archives'
import { playArchive } from './memory-figures'

const database = testDatabase()
// Asked for hundreds of items one after another, beside whatever else the machine does.
vi.setConfig({ testTimeout: 120_000 })
async function play(issues: PlayedIssue[]) {
  await database.empty()
  await makePublication()
  return playArchive(issues)
}

it('catches every rerun of an archive that repeats a quarter on purpose, and hardly nags', async () => {
  const figures = await play(makeArchive(thisWeekInRust, 8, 3))
  expect(figures.usual / figures.items).toBeGreaterThan(0.15)
  expect(figures.caught).toBe(figures.reruns)
  expect(figures.nags / figures.items).toBeLessThan(0.01)
  expect(figures.mistaken).toBe(0)
})

it('says nothing of outages, and of nothing that is new', async () => {
  const figures = await play(makeArchive(sreWeekly, 14, 4))
  expect(figures.usual).toBeGreaterThan(10)
  expect(figures).toMatchObject({ nags: 0, mistaken: 0, caught: figures.reruns })
})

it.skipIf(readSreWeekly().length === 0)('catches what SRE Weekly 30–45 repeats', async () => {
  const figures = await play(readSreWeekly())
  expect(figures).toMatchObject({ nags: 0, mistaken: 0, caught: figures.reruns })
})
