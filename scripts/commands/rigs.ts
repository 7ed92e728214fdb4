import { parseArgs } from 'node:util'
import { rigs } from '@/rigs/registry'
import { type RigRow, runRigs } from '@/rigs/run-rigs'

const SHOWN_BREACHES = 5

const say = (line: string) => process.stdout.write(`${line}\n`)

function sayRow({ name, seconds, breaches }: RigRow): void {
  say(`${breaches.length === 0 ? 'held' : 'BROKEN'}  ${name} (${seconds} s)`)
  for (const breach of breaches.slice(0, SHOWN_BREACHES)) say(`        ${breach}`)
  if (breaches.length > SHOWN_BREACHES) say(`        and ${breaches.length - SHOWN_BREACHES} more`)
}

/** The table that docs/trust.md keeps. */
function sayTable(rows: RigRow[]): void {
  say('\n| rig | rounds | held | figure | seconds |')
  say('|---|---:|---|---|---:|')
  for (const { name, rounds, breaches, figure, seconds } of rows)
    say(`| ${name} | ${rounds} | ${breaches.length === 0 ? 'yes' : 'NO'} | ${figure} | ${seconds} |`)
}

/**
 * `npm run rigs [-- NAME...] [--short]`: tries to break what docs/trust.md promises.
 * @param args words that a rig's name must hold, and `--short` for the form that `npm test` runs
 * @returns 1 when a rig did not hold
 */
export async function run(args: string[]): Promise<number> {
  const options = { short: { type: 'boolean', default: false } } as const
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
  const chosen = rigs.filter(
    ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
  )
  if (chosen.length === 0) {
    say(`There is no such rig. There are: ${rigs.map(({ name }) => name).join(', ')}.`)
    return 1
  }
  for (const { name, bar } of chosen) say(`${name}: ${bar}`)
  say('')
  const rows = await runRigs(chosen, !values.short, sayRow)
  sayTable(rows)
  return rows.every(({ breaches }) => breaches.length === 0) ? 0 : 1
}
