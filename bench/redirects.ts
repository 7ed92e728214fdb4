import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { makeRanSlot } from '@/lib/testing/ran-slot'

const CONNECTIONS = 16
const STATUS = 'HTTP/1.1 302 '
const ROUNDS = 7
const ROUND_MS = 1_500
/** The next two years are booked in part, with copy that nobody wrote. */
const AFTER_BOOKINGS = '2131-03-04'
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Answers a second, medians over the rounds; `ratio` is the median of the rounds' own ratios. */
export type Redirects = { go: number; bare: number; ratio: number; lowest: number }

const bareServer = (location: string) => `
  const answer = { Location: ${JSON.stringify(location)} }
  require('node:http')
    .createServer((request, response) => { response.writeHead(302, answer); response.end() })
    .listen(0, '127.0.0.1', function () { console.log(this.address().port) })`

/** The least a Node server can do: 302 to one address, in a process of its own. */
async function startBare(location: string): Promise<{ port: number; stop: () => void }> {
  const child = spawn(process.execPath, ['-e', bareServer(location)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { port: Number(String(line).trim()), stop: () => void child.kill() }
}

/** One kept-alive connection that asks again as soon as it is answered, by bytes, so that asking costs little. */
function askUntil(port: number, path: string, end: number, client: number): Promise<number> {
  return new Promise((done, fail) => {
    let answers = 0
    let asked = 0
    const socket = connect(port, '127.0.0.1')
    const ask = () => {
      asked += 1
      // Each reader from another address, as behind a proxy.
      const reader = `198.51.${client}.${asked % 250}`
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ${browser}\r\nX-Forwarded-For: ${reader}\r\n\r\n`,
      )
    }
    socket.setNoDelay(true).once('connect', ask)
    socket.on('error', fail)
    socket.on('data', (chunk: Buffer) => {
      // No more of it is read than tells: what the client takes is taken from the server's share of the machine.
      if (chunk.toString('latin1', 0, STATUS.length) !== STATUS)
        return fail(new Error(`Answered: ${chunk.toString('latin1', 0, 200)}`))
      answers += 1
      if (performance.now() < end) return ask()
      socket.destroy()
      done(answers)
    })
  })
}

/** Answers a second of a server under as many connections as it will get. */
async function rateOf(port: number, path: string): Promise<number> {
  const started = performance.now()
  const end = started + ROUND_MS
  const clients = Array.from({ length: CONNECTIONS }, (_, client) => askUntil(port, path, end, client))
  const answers = (await Promise.all(clients)).reduce((sum, count) => sum + count, 0)
  return (answers * 1_000) / (performance.now() - started)
}

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A counted link of the built server against a bare Node server answering 302, round by round in turn. */
export async function measureRedirects(port: number): Promise<Redirects> {
  const { targets } = await makeRanSlot({ date: AFTER_BOOKINGS })
  const [[url, id] = ['', '']] = Object.entries(targets)
  const bare = await startBare(url)
  const rounds: { go: number; bare: number }[] = []
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const rates = { go: await rateOf(port, `/go/${id}`), bare: await rateOf(bare.port, '/') }
      // The first one warms both up.
      if (round > 0) rounds.push(rates)
    }
  } finally {
    bare.stop()
  }
  const ratios = rounds.map((rates) => rates.go / rates.bare)
  return {
    go: Math.round(middle(rounds.map((rates) => rates.go))),
    bare: Math.round(middle(rounds.map((rates) => rates.bare))),
    ratio: middle(ratios),
    lowest: Math.min(...ratios),
  }
}
