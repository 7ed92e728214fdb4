import { setTimeout as wait } from 'node:timers/promises'
import { db } from '@/lib/db/db'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { openBrowser } from '@/rigs/open-browser'
import { type Random, seededRandom } from '@/rigs/random'
import type { Rig } from '@/rigs/rig'
import { type Served, serveBuilt } from '@/rigs/serve'
import { type Acknowledged, type Field, openWriter, type Writer } from './writer'

const sizes = { full: 25, short: 2 }
/** Words that each writes in a round; the server is killed while one of them is written, and starts among the others. */
const WORDS = 40
const MOST_DELAY_MS = 400

type Task = { writer: Writer; itemId: string; field: Field; words: string[] }

/** In every second round both write in one item, in two fields of it; else each in an item of their own. */
function shareOut(writers: readonly [Writer, Writer], items: string[], round: number): [Task, Task] {
  const fields: [Field, Field] = round % 4 < 2 ? ['headline', 'blurb'] : ['blurb', 'headline']
  const first = items[round % items.length] ?? ''
  const second = round % 2 === 0 ? first : (items[(round + 1) % items.length] ?? '')
  const words = (name: string) => Array.from({ length: WORDS }, (_, index) => `${name}${round}-${index}`)
  return [
    { writer: writers[0], itemId: first, field: fields[0], words: words('ada') },
    { writer: writers[1], itemId: second, field: fields[1], words: words('bob') },
  ]
}

const textsOf = async (itemId: string) =>
  db().item.findUniqueOrThrow({ where: { id: itemId }, select: { headline: true, blurb: true } })

/** Texts only grow, and one writes in each: what was acknowledged is what the row says, or begins it. */
async function judgeAcknowledged(all: readonly Acknowledged[]): Promise<string[]> {
  const breaches: string[] = []
  for (const { itemId, field, text } of all) {
    const stored = (await textsOf(itemId))[field as Field]
    if (!stored.startsWith(text))
      breaches.push(`“…${text.slice(-40)}” was acknowledged, and the row says “…${stored.slice(-40)}”`)
  }
  return breaches
}

async function strike(served: Served, tasks: readonly [Task, Task], random: Random) {
  const before = new Map<Task, string>()
  for (const task of tasks) before.set(task, (await textsOf(task.itemId))[task.field])
  for (const { writer, itemId, field } of tasks) await writer.begin(itemId, field)
  const known = tasks.map(({ writer }) => writer.acknowledged.length)
  const writing = Promise.all(tasks.map(({ writer, words }) => writer.type(` ${words.join(' ')}`)))
  while (tasks.every(({ writer }, index) => writer.acknowledged.length === known[index])) await wait(20)
  await wait(random.below(MOST_DELAY_MS))
  await served.kill()
  const fresh = () => tasks.flatMap(({ writer }, index) => writer.acknowledged.slice(known[index]))
  const breaches = await judgeAcknowledged(fresh())
  const killed = performance.now()
  await served.startAgain()
  await writing
  const texts = tasks.map((task) => `${before.get(task)} ${task.words.join(' ')}`)
  for (const [index, { writer, itemId }] of tasks.entries()) {
    const other = tasks[1 - index]
    const name = index === 0 ? 'Ada' : 'Bob'
    if (!(await writer.shows(itemId, [texts[index] ?? ''])))
      breaches.push(`${name} is not told “Saved” of what ${name} wrote`)
    if (other && !(await writer.shows(other.itemId, [texts[1 - index] ?? ''])))
      breaches.push(`${name} doesn’t see what the other wrote`)
  }
  const settledMs = Math.round(performance.now() - killed)
  for (const [index, { itemId, field }] of tasks.entries()) {
    const stored = (await textsOf(itemId))[field]
    if (stored !== texts[index]) breaches.push(`the row says “…${stored.slice(-60)}”`)
  }
  for (const { writer, itemId } of tasks) await writer.close(itemId)
  return { breaches, saves: fresh().length, settledMs }
}

export const killedServer: Rig = {
  name: 'server killed under two editors',
  bar: 'two browsers in one issue, the server killed while both type: nothing acknowledged lost, nothing typed lost, each sees the other’s without a reload',
  run: async ({ full }) => {
    const rounds = full ? sizes.full : sizes.short
    await makePublication()
    const served = await serveBuilt()
    const browser = await openBrowser()
    try {
      const { id, items } = await makeDraft(['First', 'Second', 'Third'])
      const writers = [await openWriter(browser, served, id), await openWriter(browser, served, id)] as const
      const breaches: string[] = []
      let saves = 0
      let longest = 0
      for (let round = 0; round < rounds; round += 1) {
        const result = await strike(served, shareOut(writers, items, round), seededRandom(round))
        breaches.push(...result.breaches.map((breach) => `round ${round}: ${breach}`))
        saves += result.saves
        longest = Math.max(longest, result.settledMs)
      }
      const figure = `${rounds} kills, ${saves} saves acknowledged around them, none lost; ${longest} ms at most from the kill until both had all`
      return { rounds, breaches, figure }
    } finally {
      await browser.close()
      await served.stop()
    }
  },
}
