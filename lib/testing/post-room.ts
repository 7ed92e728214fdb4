import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { pgPool } from '@/lib/db/pool'
import { env, setEnv } from '@/lib/env/env'
import { jobHandlers } from '@/lib/jobs/registry'
import { type FiledMailContent, listFiledMail, readFiledMail } from '@/lib/mail/outbox-files'
import { mailSettings } from '@/lib/mail/settings'
import { type JobName, jobSchemas } from '@/lib/queue/schema'

type Job = { id: string; name: JobName; payload: unknown }

/** The jobs that wait, oldest first, whenever they are due; but for those that ask sites beyond this machine. */
export async function waitingJobs(): Promise<Job[]> {
  const { rows } = await pgPool().query(
    `SELECT job.id::text, task.identifier AS name, job.payload FROM graphile_worker._private_jobs job
     JOIN graphile_worker._private_tasks task ON task.id = job.task_id
     WHERE task.identifier <> 'check-landing' ORDER BY job.id`,
  )
  return rows
}

/** What a worker does with all of them, each twice over, as after a kill; then they are gone. */
export async function carryOutJobs(): Promise<void> {
  for (const { id, name, payload } of await waitingJobs()) {
    const handle = jobHandlers[name] as (payload: unknown) => Promise<void>
    await handle(jobSchemas[name].parse(payload))
    await handle(jobSchemas[name].parse(payload))
    await pgPool().query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [id])
  }
}

/** Carries the jobs out and gives what lies in the outbox that did not before, by recipient and subject. */
export async function newMails(): Promise<FiledMailContent[]> {
  const { directory } = mailSettings()
  const known = new Set((await listFiledMail(directory, 1_000)).mails.map(({ id }) => id))
  await carryOutJobs()
  const { mails } = await listFiledMail(directory, 1_000)
  const made = await Promise.all(
    mails.filter(({ id }) => !known.has(id)).map(({ id }) => readFiledMail(directory, id)),
  )
  return made
    .flatMap((mail) => mail ?? [])
    .sort((a, b) => `${a.to} ${a.subject}`.localeCompare(`${b.to} ${b.subject}`))
}

/** Gives each test of the file an empty outbox in a folder of its own; call it once at the top. */
export function testPostRoom(): void {
  let before: string
  beforeEach(async () => {
    before = env().DATA_DIR
    setEnv({ DATA_DIR: await mkdtemp(join(tmpdir(), 'gleaner-data-')) })
  })
  afterEach(async () => {
    await rm(env().DATA_DIR, { recursive: true })
    setEnv({ DATA_DIR: before })
  })
}
