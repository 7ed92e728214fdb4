import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { promisify } from 'node:util'

const ROUNDS = 7
const ROUND_MS = 1_500
const ATTEMPTS = 200
const run = promisify(execFile)

type Load = { rate: number; p50: number; p99: number }

/** `ratio` and `lowest` of the rounds' own ratios to the bare server; the rest in answers a second and milliseconds. */
export type CachedPage = {
  coding: string
  connections: number
  bytes: number
  cached: Load
  bare: Load
  ratio: number
  lowest: number
}

type Answer = { headers: string[]; body: Buffer }

/** Headers that Node adds by itself, to the bare server's answers too. */
const ofNode = ['date', 'connection', 'keep-alive']

/** The answer as it is, not unpacked. */
function get(port: number, path: string, coding: string): Promise<Answer> {
  return new Promise((done, fail) => {
    const headers = { 'accept-encoding': coding }
    const call = request({ port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      const raw = response.rawHeaders
      const kept = raw.flatMap((name, at) =>
        at % 2 === 0 && !ofNode.includes(name.toLowerCase()) ? [name, raw[at + 1] ?? ''] : [],
      )
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => done({ headers: kept, body: Buffer.concat(chunks) }))
    })
    call.on('error', fail)
    call.end()
  })
}

/** The same once it is packed, which is done for whoever asks after the one who first wanted it so. */
async function getPacked(port: number, path: string, coding: string): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await get(port, path, coding)
    if (coding === 'identity' || answer.headers.includes('Content-Encoding')) return answer
    if (attempt === ATTEMPTS) throw new Error(`${path} is not sent as ${coding}`)
  }
}

async function startBare({ headers, body }: Answer): Promise<{ port: number; stop: () => void }> {
  const child = spawn(process.execPath, ['bench/bare-server.mjs'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ headers, body: body.toString('base64') }))
  const [line] = await once(child.stdout, 'data')
  return { port: Number(String(line).trim()), stop: () => void child.kill() }
}

async function load(port: number, path: string, connections: number, coding: string): Promise<Load> {
  const args = ['bench/load-client.mjs', port, path, connections, ROUND_MS, coding].map(String)
  return JSON.parse((await run(process.execPath, args)).stdout)
}

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const middleOf = (loads: Load[]): Load => ({
  rate: Math.round(middle(loads.map(({ rate }) => rate))),
  p50: middle(loads.map(({ p50 }) => p50)),
  p99: middle(loads.map(({ p99 }) => p99)),
})

async function measureOne(
  port: number,
  path: string,
  connections: number,
  coding: string,
): Promise<CachedPage> {
  const answer = await getPacked(port, path, coding)
  const bare = await startBare(answer)
  const rounds: { cached: Load; bare: Load }[] = []
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const loads = {
        cached: await load(port, path, connections, coding),
        bare: await load(bare.port, path, connections, coding),
      }
      // The first one warms both up.
      if (round > 0) rounds.push(loads)
    }
  } finally {
    bare.stop()
  }
  const ratios = rounds.map((round) => round.cached.rate / round.bare.rate)
  return {
    coding,
    connections,
    bytes: answer.body.length,
    cached: middleOf(rounds.map((round) => round.cached)),
    bare: middleOf(rounds.map((round) => round.bare)),
    ratio: middle(ratios),
    lowest: Math.min(...ratios),
  }
}

/** A page that is kept against a bare Node server with the same bytes and headers, round by round in turn. */
export async function measureCachedPages(port: number, path: string): Promise<CachedPage[]> {
  const results: CachedPage[] = []
  for (const connections of [32, 256])
    for (const coding of ['identity', 'gzip']) results.push(await measureOne(port, path, connections, coding))
  return results
}
