import { StartError } from '@/lib/errors/start-error'
import { log } from '@/lib/log/log'

const LIMIT_MS = 25_000
/** Ctrl-C reaches us twice, from the terminal and from npm; only a later signal is a person's second one. */
const ECHO_MS = 2_000
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

export type Shutdown = {
  /** Adds something to end; what was added last is ended first. */
  add: (what: string, end: () => Promise<void>) => void
  /** Ends all that was added. */
  end: () => Promise<void>
  /** Aborted once the end has begun, for who has just begun something long. */
  signal: AbortSignal
}

/** Ends the process in order at a signal; a second one, from somebody who won't wait, ends it at once. */
export function prepareShutdown(): Shutdown {
  const steps: { what: string; end: () => Promise<void> }[] = []
  let ending: Promise<void> | undefined
  const endAll = async () => {
    for (const step of steps.reverse())
      await step.end().catch((error) => log().error({ err: error }, `Could not end ${step.what}`))
  }
  const stop = new AbortController()
  const end = () => {
    stop.abort(new StartError('Stopped before the start was complete.'))
    ending ??= endAll()
    return ending
  }
  let signalledAt = 0
  const onSignal = async () => {
    if (signalledAt > 0) {
      if (performance.now() - signalledAt > ECHO_MS) process.exit(1)
      return
    }
    signalledAt = performance.now()
    setTimeout(() => process.exit(1), LIMIT_MS).unref()
    await end()
    process.exit(0)
  }
  for (const signal of signals) process.on(signal, () => void onSignal())
  return { add: (what, step) => steps.push({ what, end: step }), end, signal: stop.signal }
}
