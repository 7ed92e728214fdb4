import type { Prisma } from '@/generated/prisma/client'
import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { overflowMail } from '@/lib/inbox-notice/overflow-mail'
import { isOver, overflows, SILENCE_MS, type Waiting } from '@/lib/inbox-notice/rules'
import { dateInZone } from '@/lib/schedule/rules'
import { remindingDay } from '@/lib/sponsors/commands/remind-contacts'

/**
 * Mails the editors where the inbox overflows, by day, and then not for a week. The publication's row says when they were
 * told last, and is locked meanwhile, so that however many run this, one mails.
 * @returns whether mail was left
 */
export async function mailOverflow(): Promise<boolean> {
  const day = await remindingDay(db())
  if (!day) return false
  const waiting = await countWaiting(db(), day.zone)
  if (isOver(waiting)) {
    await db().$executeRaw`UPDATE "Publication" SET "inboxToldAt" = NULL WHERE "inboxToldAt" IS NOT NULL`
    return false
  }
  return overflows(waiting) && transaction((tx) => mailOnce(tx, waiting))
}

async function mailOnce(tx: Tx, waiting: Waiting): Promise<boolean> {
  const at = now()
  const silent = new Date(at.getTime() - SILENCE_MS)
  const told = await tx.$executeRaw`
    UPDATE "Publication" SET "inboxToldAt" = ${at} WHERE "inboxToldAt" IS NULL OR "inboxToldAt" <= ${silent}`
  if (told === 0) return false
  await mailEditors(tx, overflowMail(waiting))
  return true
}

async function countWaiting(tx: Tx, zone: string): Promise<Waiting> {
  const at = now()
  // As the inbox itself reads (lib/captures/queries.ts).
  const unsorted: Prisma.CaptureWhereInput = {
    state: { in: ['NEW', 'LATER'] },
    isAside: false,
    surfacesAt: { lte: at },
  }
  const [links, oldest, suggestions] = await Promise.all([
    tx.capture.count({ where: unsorted }),
    tx.capture.findFirst({ where: unsorted, orderBy: { surfacesAt: 'asc' }, select: { surfacesAt: true } }),
    tx.capture.count({ where: { source: 'SUGGESTION', state: { in: ['NEW', 'LATER'] } } }),
  ])
  return { links, since: oldest && dateInZone(oldest.surfacesAt, zone), suggestions }
}
