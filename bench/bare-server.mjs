/**
 * The least a Node server can do: one answer to everything, in a process of its own. Reads it from standard input as
 * JSON, `{ headers: string[], body: string }` with the body in base64, and prints its port.
 */
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'

const { headers, body } = await json(process.stdin)
const bytes = Buffer.from(body, 'base64')

createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
}).listen(0, '127.0.0.1', function tell() {
  process.stdout.write(`${this.address().port}\n`)
})
