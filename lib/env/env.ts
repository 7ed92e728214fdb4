import { resolve } from 'node:path'
import { type Env, envSchema } from './schema'

/** A variable that can't be used; the message is one line that names it. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
}

/**
 * Parses an environment.
 * @throws EnvError naming the first variable that is wrong; its value is not repeated, it may be a secret
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = envSchema.safeParse(set)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new EnvError(`${issue?.path.join('.')} ${issue?.message}`)
  }
  return { ...result.data, DATA_DIR: resolve(result.data.DATA_DIR) }
}

// Next's bundles, the server and the jobs share one parsed environment through this port.
const port = globalThis as { gleanerEnv?: Env | undefined }

/** The environment of this process, parsed once. */
export function env(): Env {
  port.gleanerEnv ??= parseEnv(process.env)
  return port.gleanerEnv
}

/**
 * Replaces values of the parsed environment: what the start found out (the address of the embedded database), or a
 * test wants.
 */
export function setEnv(values: Partial<Env>): void {
  port.gleanerEnv = { ...env(), ...values }
}

/** The environment for a child process: ours, and what is added. */
export function childEnvironment(added: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...added }
}
