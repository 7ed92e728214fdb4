import { createInterface } from 'node:readline'

/** Names that the command line uses for methods which the package calls otherwise. */
const renamed = { getDatabaseVersion: 'version' }

const write = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

/** The shape in which prisma's command line reads an engine's failure (`user_facing_errors` in the native one). */
function errorData(error) {
  const message = error instanceof Error ? error.message : String(error)
  return { is_panic: false, message, meta: error?.meta ?? null, error_code: error?.code ?? null }
}

/**
 * `migrate diff` is the one method whose output the caller expects as a request of ours, `print`; the package hands
 * it back as `stdout` instead.
 */
function answer(id, result) {
  if (typeof result?.stdout === 'string' && result.stdout !== '')
    write({ id: `print-${id}`, method: 'print', params: { content: result.stdout } })
  write({ id, result: result ?? null })
}

/**
 * Answers JSON-RPC requests, one a line, until standard input ends.
 * @param {() => Promise<object>} startEngine called once, at the first request
 */
export async function serveRequests(startEngine) {
  let engine
  for await (const line of createInterface({ input: process.stdin })) {
    const request = line.trim() ? JSON.parse(line) : {}
    // Lines without a method are receipts for what was printed.
    if (!request.method) continue
    try {
      engine ??= await startEngine()
      const method = renamed[request.method] ?? request.method
      if (typeof engine[method] !== 'function') throw new Error(`This engine has no method ${request.method}`)
      answer(request.id, await engine[method](request.params))
    } catch (error) {
      write({ id: request.id, error: { code: 4466, message: 'The engine failed', data: errorData(error) } })
    }
  }
  // Pools that the engine left open must not keep the process.
  process.exit()
}
