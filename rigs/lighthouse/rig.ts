import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { childEnvironment } from '@/lib/env/env'
import { chromiumFlags, chromiumPath } from '@/rigs/open-browser'
import type { Rig } from '@/rigs/rig'
import { serveBuilt } from '@/rigs/serve'
import { plantPages, WEIGHED } from '@/rigs/standards/plant'

const run = promisify(execFile)
const FROM = 'rigs/lighthouse'
const TO = '.data-rigs/lighthouse'
const MOST_OUTPUT = 32 * 1024 * 1024

type Report = {
  categories: Record<
    string,
    { id: string; score: number | null; auditRefs: { id: string; weight: number }[] }
  >
  audits: Record<string, { score: number | null; title: string }>
}

/** Its packages are more than all others of the rigs: they are installed here, where they are needed, by a lock. */
async function install(): Promise<void> {
  await mkdir(TO, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) await copyFile(join(FROM, name), join(TO, name))
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: TO, maxBuffer: MOST_OUTPUT })
}

/** Reads a page as Lighthouse does by default: on a slow phone with a slow connection, both simulated. */
async function read(address: string): Promise<Report> {
  const output = join(TO, 'report.json')
  const flags = ['--headless=new', ...chromiumFlags()].join(' ')
  const cli = join(TO, 'node_modules/lighthouse/cli/index.js')
  const options = ['--output', 'json', '--output-path', output, '--quiet', `--chrome-flags=${flags}`]
  const env = childEnvironment({ CHROME_PATH: chromiumPath() })
  await run(process.execPath, [cli, address, ...options], { env, maxBuffer: MOST_OUTPUT })
  const report = JSON.parse(await readFile(output, 'utf8')) as Report
  await rm(output)
  return report
}

const percent = (score: number | null) => Math.round((score ?? 0) * 100)

/** Results ask search engines not to show them, and this audit finds just that (docs/adr/0024). */
const meantOf = (path: string) => (path.includes('?') ? ['is-crawlable'] : [])

/** What cost a category its hundred. */
function faultsOf({ categories, audits }: Report, meant: string[]): string[] {
  return Object.values(categories)
    .filter(({ score }) => percent(score) < 100)
    .flatMap(({ id, score, auditRefs }) => {
      const lost = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      const faults = lost.filter(({ id }) => !meant.includes(id)).map(({ id }) => audits[id]?.title ?? id)
      return faults.length > 0 ? [`${id} ${percent(score)}: ${faults.join('; ')}`] : []
    })
}

/** Addresses of an issue's first item, of which each has a page. */
async function itemPath(origin: string): Promise<string> {
  const html = await (await fetch(`${origin}${WEIGHED}`)).text()
  return /href="(\/items\/[^"]+)"/.exec(html)?.[1] ?? '/items/none'
}

export const lighthouse: Rig = {
  name: 'Lighthouse',
  bar: '100 in all four categories on phone settings: home, issue, archive, item, search; results but for not being shown',
  run: async ({ full }) => {
    await install()
    await plantPages()
    const served = await serveBuilt()
    try {
      const { origin } = served
      const all = ['/', WEIGHED, '/issues', await itemPath(origin), '/search', '/search?q=tide']
      const paths = full ? all : all.slice(0, 1)
      const breaches: string[] = []
      const figures: string[] = []
      for (const path of paths) {
        // A Chromium that didn't start says nothing about the page.
        const report = await read(`${origin}${path}`).catch(() => read(`${origin}${path}`))
        breaches.push(...faultsOf(report, meantOf(path)).map((fault) => `${path}: ${fault}`))
        figures.push(
          `${path} ${Object.values(report.categories)
            .map(({ score }) => percent(score))
            .join('/')}`,
        )
      }
      return { rounds: paths.length, breaches, figure: figures.join(', ') }
    } finally {
      await served.stop()
    }
  },
}
