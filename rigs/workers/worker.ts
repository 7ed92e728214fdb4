import { type TaskAnswer, type TaskCall, tasks } from './tasks'

/** What a command threw, in a form that crosses processes. */
function describe(call: number, error: unknown): TaskAnswer {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return { call, code: String(code ?? 'unknown'), message: String(message ?? error) }
}

async function carryOut({ call, task, input }: TaskCall): Promise<TaskAnswer> {
  const run = tasks[task] as (input: unknown) => Promise<unknown>
  return { call, result: await run(input) }
}

process.on('message', (message: TaskCall) => {
  carryOut(message)
    .catch((error) => describe(message.call, error))
    .then((answer) => process.send?.(answer))
    .catch(() => process.exit(1))
})
process.on('disconnect', () => process.exit(0))
