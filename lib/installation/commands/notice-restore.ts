import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import { systemActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { plural } from '@/lib/counts/rules'
import { db, type Tx, transaction } from '@/lib/db/db'
import { log } from '@/lib/log/log'
import type { JobName } from '@/lib/queue/schema'
import { dropJobs } from '@/lib/queue/take-back'

const actor = systemActor('restore')

/** Jobs that write to somebody. */
const mailing: JobName[] = ['send-mail', 'mail-sign-in-link', 'mail-invitation', 'mail-contact']

const REASON = 'The data was brought back from a copy, and this may have gone out since.'

/** What a restored copy was kept from doing by itself. */
export type Noticed = { held: string[]; mails: number }

/** Whether the row was written here; null where there is none. A dump brings the text back, but not the transaction. */
async function isOurs(client: Tx): Promise<boolean | null> {
  const [row] = await client.$queryRaw<{ ours: boolean }[]>`
    SELECT "writtenIn" = xmin::text AS "ours" FROM "Installation" WHERE "id" = 1`
  return row?.ours ?? null
}

async function holdScheduled(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Issue" SET "heldReason" = ${REASON}::text
    WHERE "state" = 'SCHEDULED' AND "heldReason" IS NULL AND "removedAt" IS NULL
    RETURNING "id"::text`
  for (const { id } of rows) {
    const detail = { reasons: [REASON] }
    await recordAudit(tx, actor, { action: 'hold-issue', subject: 'issue', subjectId: id, detail })
  }
  return rows.map(({ id }) => id)
}

function tellEditors(tx: Tx, { held, mails }: Noticed): Promise<void> {
  return mailEditors(tx, {
    kind: 'held',
    subject: 'The data was brought back from a copy',
    heading: 'The data was brought back from a copy',
    paragraphs: [
      'Whatever the copy was about to do may have been done since it was made, so nothing of it is done by itself.',
      ...(held.length > 0
        ? [
            `${plural(held.length, 'scheduled issue')} held: look at each, then publish it or choose a time again.`,
          ]
        : []),
      ...(mails > 0
        ? [
            `${plural(mails, 'mail')} that waited to be sent: dropped. Whoever waits for a sign-in link asks for another.`,
          ]
        : []),
    ],
    action: { label: 'Open the issues', path: '/admin' },
  })
}

/**
 * Disarms a database that was brought back from a dump: what was scheduled is held until a person says otherwise, and
 * mails that waited are dropped. A database knows itself by the transaction that wrote its one row of `Installation`,
 * which no dump has; copies of whole folders and disks can't be told from what they copy.
 * @returns null where nothing was brought back
 */
export async function noticeRestore(): Promise<Noticed | null> {
  if (await isOurs(db())) return null
  return transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Installation" IN SHARE ROW EXCLUSIVE MODE`
    const ours = await isOurs(tx)
    if (ours) return null
    await tx.$executeRaw`
      INSERT INTO "Installation" ("id", "writtenIn") VALUES (1, pg_current_xact_id()::xid::text)
      ON CONFLICT ("id") DO UPDATE SET "writtenIn" = EXCLUDED."writtenIn"`
    if (ours === null) return null
    const noticed = { held: await holdScheduled(tx), mails: await dropJobs(tx, mailing) }
    if (noticed.held.length + noticed.mails > 0) await tellEditors(tx, noticed)
    log().warn(
      noticed,
      'The data was brought back from a copy: nothing that it was about to do is done by itself',
    )
    return noticed
  })
}
