import { afterAll } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { env, setEnv } from '@/lib/env/env'

/** Test files share a worker, so what one sets of the environment and of the time is not to reach the next. */
const before = { ...env() }
afterAll(() => {
  // Also what wasn't set at all before.
  const unset = Object.fromEntries(Object.keys(env()).map((name) => [name, undefined]))
  setEnv({ ...unset, ...before })
  setClock(null)
})
