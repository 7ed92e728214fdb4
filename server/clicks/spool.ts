import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { type WaitingClick, waitingClickSchema } from '@/lib/clicks/schema'
import { Sums } from '@/lib/clicks/sums'
import { isRunning } from '@/lib/processes/is-running'

/** Clicks to be counted together. `id` stays the same however often it is tried. */
export type Batch = { id: string; clicks: WaitingClick[]; done: () => void }

export type Spool = {
  /** Writes clicks down: once it has returned they survive the end of this process. @throws Error of the file system */
  write: (clicks: readonly WaitingClick[]) => void
  /** Closes what is being written, and names all that waits. */
  take: () => Batch[]
  close: () => void
}

const name = /^(\d+)\.([0-9a-f-]{36})\.ndjson$/

/** Whether another server of ours still writes. One of our own number is an earlier one, since we have just begun. */
const isWriting = (pid: number) =>
  pid !== process.pid && isRunning(pid, basename(process.argv[1] ?? process.execPath))

/** The line that a killed process was writing may be half there: it was not acknowledged. */
function readClicks(file: string): WaitingClick[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [waitingClickSchema.parse(JSON.parse(line))]
      } catch {
        return []
      }
    })
}

type OpenFile = { file: string; fd: number; sums: Sums }

/** Files in `folder`, each a batch; those of processes that are gone are taken over. */
export function openSpool(folder: string): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let waiting = readdirSync(folder).filter((file) => {
    const [, pid] = name.exec(file) ?? []
    return pid !== undefined && !isWriting(Number(pid))
  })
  let open: OpenFile | null = null
  /** What this process wrote itself, summed as it was written: its files are read by whoever comes after it alone. */
  const written = new Map<string, WaitingClick[]>()

  function closeOpen(): void {
    if (!open) return
    closeSync(open.fd)
    waiting.push(open.file)
    written.set(open.file, open.sums.all())
    open = null
  }

  return {
    write: (clicks) => {
      if (!open) {
        const file = `${process.pid}.${randomUUID()}.ndjson`
        open = { file, fd: openSync(join(folder, file), 'a', 0o600), sums: new Sums() }
      }
      let lines = ''
      for (const click of clicks) lines += `${JSON.stringify(click)}\n`
      writeSync(open.fd, lines)
      for (const { target, day, kind, count } of clicks) open.sums.add(target, day, kind, count)
    },
    take: () => {
      closeOpen()
      return waiting
        .filter((file) => existsSync(join(folder, file)))
        .map((file) => ({
          id: name.exec(file)?.[2] ?? '',
          clicks: written.get(file) ?? readClicks(join(folder, file)),
          done: () => {
            rmSync(join(folder, file))
            waiting = waiting.filter((other) => other !== file)
            written.delete(file)
          },
        }))
    },
    close: closeOpen,
  }
}
