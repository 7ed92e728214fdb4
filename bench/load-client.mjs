/**
 * Asks a server as fast as it answers, over so many kept-alive connections, in a process of its own so that the server
 * is what is measured. By bytes, so that asking costs little. Prints `{ rate, p50, p99 }`: answers a second, and
 * milliseconds.
 *
 * `node load-client.mjs PORT PATH CONNECTIONS MILLISECONDS CODING`
 */
import { connect } from 'node:net'

const [port, path, connections, ms, coding] = process.argv.slice(2)
const question = Buffer.from(
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\nAccept: text/html\r\nAccept-Encoding: ${coding}\r\n\r\n`,
)
const started = performance.now()
const end = started + Number(ms)
const times = []

function askUntilEnd() {
  return new Promise((done, fail) => {
    const socket = connect(Number(port), '127.0.0.1')
    let [left, asked] = [0, 0]
    const ask = () => {
      asked = performance.now()
      left = -1
      socket.write(question)
    }
    const begin = (chunk) => {
      const headEnd = chunk.indexOf('\r\n\r\n')
      const head = chunk.latin1Slice(0, headEnd)
      const length = /^content-length: (\d+)\r?$/im.exec(head)
      if (!head.startsWith('HTTP/1.1 200 ') || !length) return fail(new Error(`Answered: ${head}`))
      left = headEnd + 4 + Number(length[1])
    }
    socket.setNoDelay(true).once('connect', ask).once('error', fail)
    socket.on('data', (chunk) => {
      if (left === -1) begin(chunk)
      left -= chunk.length
      if (left > 0) return
      const now = performance.now()
      times.push(now - asked)
      if (now < end) return ask()
      socket.destroy()
      done()
    })
  })
}

await Promise.all(Array.from({ length: Number(connections) }, askUntilEnd))
const rate = (times.length * 1_000) / (performance.now() - started)
times.sort((a, b) => a - b)
const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))]
process.stdout.write(JSON.stringify({ rate, p50: at(0.5), p99: at(0.99) }))
