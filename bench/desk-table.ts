import { CAPTURES, type DeskBench, ITEMS, SLOWDOWN } from './desk'
import type { Spread } from './measure'

const OPENS_AIM = 60
const SAVES_AIM = 40
const INTERACTION_AIM = 100

const figures = (what: string, { p50, p95, max }: Spread) =>
  `| ${what} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${max.toFixed(1)} |`

const line = (what: string, spread: Spread, aim: number) =>
  `${figures(what, spread)} < ${aim}: ${spread.p95 < aim ? 'yes' : 'NO'} |`

const reference = (what: string, spread: Spread) => `${figures(what, spread)} reference |`

/** The lines that docs/bench.md keeps of the desk. */
export function deskTable(desk: DeskBench): string[] {
  const { opens, saves, leastAnswer, interactions, floor, scrolls } = desk
  const { wanted, dropped, longest, rows } = scrolls
  return [
    '',
    `The desk: ${CAPTURES} captures waiting, an issue of ${ITEMS} more items; keys with the processor ${SLOWDOWN} times slower. Milliseconds.`,
    '',
    '| what | p50 | p95 | longest | aim, p95 |',
    '|---|---:|---:|---:|---|',
    line('the inbox, opened over HTTP', opens, OPENS_AIM),
    line('a text sent until *Saved* is seen', saves, SAVES_AIM),
    reference('the least answer, asked for until the next frame', leastAnswer),
    ...interactions.map(({ name, spread }) => line(`${name}, to the next frame`, spread, INTERACTION_AIM)),
    reference(`${floor.name}, to the next frame`, floor.spread),
    '',
    `Scrolling the inbox: ${dropped} of ${wanted} frames dropped, the longest gap ${longest} ms, at most ${rows} rows on the page.`,
  ]
}
