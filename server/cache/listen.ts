import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { directDatabaseUrl } from '@/lib/db/pool'
import { log } from '@/lib/log/log'
import { GENERATION_CHANNEL, READ_STATE, readerStateSchema } from '@/lib/publication/reader-state'
import type { Standing } from './standing'

const CONNECT_LIMIT_MS = 5_000
const ANSWER_LIMIT_MS = 3_000
/** How often the database is asked, in ms: a connection cut on the way looks open to both ends until one writes. */
const HEARTBEAT_MS = 5_000
const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 1_000

/** Somebody who listens on a channel of their own over the same connection. */
export type Ear = {
  channel: string
  hear: (payload: string) => void
  /** The connection was made anew: what was told before it is lost. */
  catchUp: () => void
}

export type Listening = {
  /** Whether news of other servers' publications come in just now. */
  hears: () => boolean
  /** Resolves when they do for the first time. */
  begun: Promise<void>
  close: () => Promise<void>
}

function openClient(): pg.Client {
  const client = new pg.Client({
    connectionString: directDatabaseUrl(),
    application_name: 'gleaner listen',
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
    keepAlive: true,
  })
  // `end` follows, and is listened to; an error without a listener would end the process.
  client.on('error', () => undefined)
  return client
}

async function read(client: pg.Client, standing: Standing): Promise<void> {
  const asked = standing.known.generation
  const { rows } = await client.query(READ_STATE)
  if (rows[0]?.state) standing.take(readerStateSchema.parse(rows[0].state), asked)
}

/** @returns false where the state must be asked for: long ones aren't sent, and another version's may read otherwise */
function takeNews(payload: string, standing: Standing): boolean {
  const news = payload === '' ? null : readerStateSchema.safeParse(JSON.parse(payload))
  if (news?.success) standing.take(news.data)
  return news?.success === true
}

/** Listens over one connection until it is lost, or `closed`. @throws Error when there is none to be had */
async function listenOnce(
  standing: Standing,
  ears: readonly Ear[],
  closed: Promise<void>,
  onHears: () => void,
): Promise<void> {
  const client = openClient()
  let beat: NodeJS.Timeout | undefined
  try {
    const lost = new Promise<void>((lose) => {
      const ask = () => void read(client, standing).catch(() => lose())
      client.once('end', () => lose())
      client.on('notification', ({ channel, payload = '' }) => {
        const ear = ears.find((each) => each.channel === channel)
        if (ear) ear.hear(payload)
        else if (!takeNews(payload, standing)) ask()
      })
      beat = setInterval(ask, HEARTBEAT_MS)
    })
    await client.connect()
    for (const channel of [GENERATION_CHANNEL, ...ears.map((ear) => ear.channel)])
      await client.query(`LISTEN ${channel}`)
    await read(client, standing)
    onHears()
    for (const ear of ears) ear.catchUp()
    await Promise.race([lost, closed])
  } finally {
    clearInterval(beat)
    await Promise.race([client.end().catch(() => undefined), wait(ANSWER_LIMIT_MS)])
  }
}

/**
 * Keeps `standing` up to date: by what the database tells when something is published, by asking each few seconds, and
 * by asking whenever the connection is back, since what was told in between is lost. Others may listen along: a process
 * has one such connection.
 */
export function listenToGenerations(standing: Standing, ears: readonly Ear[] = []): Listening {
  const closing = new AbortController()
  const closed = new Promise<void>((done) => closing.signal.addEventListener('abort', () => done()))
  let hears = false
  let pause = FIRST_WAIT_MS
  let begin: () => void = () => undefined
  const begun = new Promise<void>((done) => {
    begin = done
  })

  function onHears(): void {
    begin()
    hears = true
    pause = FIRST_WAIT_MS
  }

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      const problem = await listenOnce(standing, ears, closed, onHears).catch((error) => error)
      if (hears && !closing.signal.aborted) log().warn({ err: problem }, 'News of publications are not heard')
      hears = false
      await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined)
      pause = Math.min(pause * 2, LONGEST_WAIT_MS)
    }
  }

  const running = listen()
  return {
    hears: () => hears,
    begun,
    close: async () => {
      closing.abort()
      await running
    },
  }
}
