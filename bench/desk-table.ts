import { CAPTURES, type DeskBench, ITEMS, SLOWDOWN } from './desk'
import type { Spread } from './measure'

const OPENS_AIM = 60
const SAVES_AIM = 40
const INTERACTION_AIM = 100

const line = (what: string, { p50, p95, max }: Spread, aim: number) =>
  `| ${what} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${max.toFixed(1)} | < ${aim}: ${p95 < aim ? 'yes' : 'NO'} |`

/** The lines that docs/bench.md keeps of the desk. */
export function deskTable({ opens, saves, interactions, scrolls }: DeskBench): string[] {
  const { wanted, dropped, longest, rows } = scrolls
  return [
    '',
    `The desk: ${CAPTURES} captures waiting, an issue of ${ITEMS} more items; keys with the processor ${SLOWDOWN} times slower. Milliseconds.`,
    '',
    '| what | p50 | p95 | longest | aim, p95 |',
    '|---|---:|---:|---:|---|',
    line('the inbox, opened over HTTP', opens, OPENS_AIM),
    line('a text sent until *Saved* is seen', saves, SAVES_AIM),
    ...interactions.map(({ name, spread }) => line(`${name}, to the next frame`, spread, INTERACTION_AIM)),
    '',
    `Scrolling the inbox: ${dropped} of ${wanted} frames dropped, the longest gap ${longest} ms, at most ${rows} rows on the page.`,
  ]
}
