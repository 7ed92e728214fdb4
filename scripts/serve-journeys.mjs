/** The server that the journeys visit: the built one, on an empty data folder of its own. */
import { rmSync } from 'node:fs'

process.env.GLEANER_BUILD_ROOT ??= '.build/test'
process.env.DATA_DIR = '.data-e2e'
process.env.LOG_LEVEL ??= 'warn'

rmSync(process.env.DATA_DIR, { recursive: true, force: true })
await import('./start.mjs')
