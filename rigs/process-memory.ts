import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB; null where /proc doesn't tell. */
export function memoryOf(pid: number): number | null {
  try {
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb ? Math.round(Number(kb) / 1024) : null
  } catch {
    return null
  }
}
