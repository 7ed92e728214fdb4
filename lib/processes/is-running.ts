import { readFileSync } from 'node:fs'

/** Whether any process has that number, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Null where the system shows none: macOS has no /proc. */
function commandLineOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return null
  }
}

/**
 * Whether a process of that number runs this program: after a crash or a reboot another may have the number. Where the
 * system shows no command lines the number alone decides.
 * @param program a word of its command line
 */
export function isRunning(pid: number, program: string): boolean {
  return isAlive(pid) && (commandLineOf(pid)?.includes(program) ?? true)
}
