import { newUuid } from './new-uuid'
import { PATIENCE, sendJson } from './send-json'

/** What a route answered in place of a result, or `offline` where nothing answered. */
export class CommandError extends Error {
  /** A code of lib/errors, such as `conflict`. */
  readonly code: string
  readonly fields: Record<string, string>
  readonly detail: Record<string, unknown>

  constructor(answer: { code: string; message: string; fields?: object; detail?: object }) {
    super(answer.message)
    this.name = 'CommandError'
    this.code = answer.code
    this.fields = { ...answer.fields }
    this.detail = { ...answer.detail }
  }
}

const RETRY_AFTER_MS = 600

/**
 * Sends a command to one of our routes and gives back its result. The command id is made here and kept over the one
 * retry that follows a lost connection, so the command is carried out once.
 * @param path of ours, e.g. `/api/issues`
 * @param input everything of the body but `commandId`
 * @throws CommandError
 */
export async function sendCommand<R>(
  method: 'POST' | 'PATCH' | 'PUT',
  path: string,
  input: Record<string, unknown> = {},
): Promise<R> {
  const text = JSON.stringify({ ...input, commandId: newUuid() })
  // For both tries together: what waits behind one that hangs shall not wait for long.
  const signal = AbortSignal.timeout(PATIENCE)
  const send = () => sendJson({ method, path, text, signal, isCommand: true })
  const response = await send().catch(async () => {
    await new Promise((resume) => setTimeout(resume, RETRY_AFTER_MS))
    return send().catch(() => null)
  })
  if (!response) {
    const message = 'The server can’t be reached. Check the connection and try again; nothing was lost here.'
    throw new CommandError({ code: 'offline', message })
  }
  const isOurs = response.headers.get('content-type')?.startsWith('application/json')
  const answer: unknown = isOurs ? await response.json().catch(() => undefined) : undefined
  if (!response.ok) throw new CommandError(readError(answer, response.status))
  if (answer === undefined) {
    // Such as a network’s or a proxy’s own page for signing in, which says nothing of the command.
    const message = 'Something else answered in place of the server. Reload the page to see what was saved.'
    throw new CommandError({ code: 'offline', message })
  }
  return answer as R
}

type ErrorAnswer = { error?: { code: string; message: string; fields?: object; detail?: object } }

function readError(answer: unknown, status: number) {
  const error = (answer as ErrorAnswer | null)?.error
  return (
    error ?? {
      code: 'internal',
      message: `The server answered with an error (${status}). Try again.`,
    }
  )
}
