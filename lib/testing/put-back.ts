import { afterAll } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { env, setEnv } from '@/lib/env/env'

/** Test files share a worker, so what one sets of the environment and of the time is not to reach the next. */
const before = { ...env() }
afterAll(() => {
  setEnv(before)
  setClock(null)
})
