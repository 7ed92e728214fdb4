import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '@/lib/errors/start-error'

/** Passable, so that the database's user reaches its own folder inside; not listable. Secrets have modes of their own. */
const PASSABLE = 0o711

/** Makes the data folder, and makes sure that it can be written. @throws StartError */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.write-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: PASSABLE })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    throw new StartError(
      `The data folder ${folder} can't be written (${reason}). Set DATA_DIR to one that can.`,
    )
  }
}
