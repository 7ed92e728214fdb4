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
import { join } from 'node:path'
import { type WaitingClick, waitingClickSchema } from '@/lib/clicks/schema'

/** Clicks to be counted together. `id` stays the same however often it is tried. */
export type Batch = { id: string; clicks: WaitingClick[]; done: () => void }

export type Written = (error?: unknown) => void

export type Spool = {
  /** Has clicks written down with all others of this moment, then calls back; with the error where that failed. */
  append: (clicks: readonly WaitingClick[], written: Written) => void
  /** Closes what is being written, and names all that waits. */
  take: () => Batch[]
  close: () => void
}

const name = /^(\d+)\.([0-9a-f-]{36})\.ndjson$/

/** Whether a process of that number is there; one of our own number is an earlier one, since we have just begun. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

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

/** Clicks summed by what tells them apart. */
type Sums = Map<string, WaitingClick>
type OpenFile = { file: string; fd: number; sums: Sums }

function addTo(sums: Sums, { target, day, kind, count }: WaitingClick): void {
  const key = `${target} ${day} ${kind}`
  const known = sums.get(key)
  if (known) known.count += count
  else sums.set(key, { target, day, kind, count })
}

/** Files in `folder`, each a batch; those of processes that are gone are taken over. */
export function openSpool(folder: string): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let waiting = readdirSync(folder).filter((file) => {
    const [, pid] = name.exec(file) ?? []
    return pid !== undefined && !isAlive(Number(pid))
  })
  let open: OpenFile | null = null
  /** What this process wrote itself, summed as it was written: its files are read by whoever comes after it alone. */
  const written = new Map<string, WaitingClick[]>()

  function closeOpen(): void {
    if (!open) return
    closeSync(open.fd)
    waiting.push(open.file)
    written.set(open.file, [...open.sums.values()])
    open = null
  }

  /** Clicks of one turn of the event loop: one write, which costs as much as each of theirs would. */
  let turn: { sums: Sums; written: Written[] } | null = null

  function writeTurn(): void {
    if (!turn) return
    const { sums, written: told } = turn
    turn = null
    try {
      if (!open) {
        const file = `${process.pid}.${randomUUID()}.ndjson`
        open = { file, fd: openSync(join(folder, file), 'a', 0o600), sums: new Map() }
      }
      let lines = ''
      for (const click of sums.values()) lines += `${JSON.stringify(click)}\n`
      writeSync(open.fd, lines)
      for (const click of sums.values()) addTo(open.sums, click)
    } catch (error) {
      for (const tell of told) tell(error)
      return
    }
    for (const tell of told) tell()
  }

  return {
    append: (clicks, tell) => {
      if (!turn) {
        turn = { sums: new Map(), written: [] }
        setImmediate(writeTurn)
      }
      for (const click of clicks) addTo(turn.sums, click)
      turn.written.push(tell)
    },
    take: () => {
      writeTurn()
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
    close: () => {
      writeTurn()
      closeOpen()
    },
  }
}
