import { createHash } from 'node:crypto'
import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { readInventoryIn } from '@/lib/inventory/queries'
import { digestText } from '@/lib/sponsors/mails/digest-text'
import { readSlotsAhead } from '@/lib/sponsors/queries/slots-ahead'
import { type Duty, findDuties, isWorthMailing } from '@/lib/sponsors/reminders/duties'
import { remindingDay } from './remind-contacts'

/**
 * Mails the editors what is due with sponsors, once a day and only where that is worth a mail. The row of the day is made
 * in the same transaction, so that however many run this, one mails.
 * @returns whether mail was left
 */
export async function mailDigest(): Promise<boolean> {
  const day = await remindingDay(db())
  if (!day) return false
  const on = new Date(`${day.today}T00:00:00Z`)
  if ((await db().dutyDigest.count({ where: { day: on } })) > 0) return false
  return transaction((tx) => mailOnce(tx, on, day.today))
}

async function mailOnce(tx: Tx, day: Date, today: string): Promise<boolean> {
  const duties = findDuties(await readSlotsAhead(tx, today), await readInventoryIn(tx), today)
  const before = await tx.dutyDigest.findFirst({ where: { day: { lt: day } }, orderBy: { day: 'desc' } })
  const hash = hashOf(duties)
  const mailed = isWorthMailing(duties, today, { isNews: hash !== before?.hash })
  const data = { day, hash, mailed, createdAt: now() }
  const { count } = await tx.dutyDigest.createMany({ data, skipDuplicates: true })
  if (count === 0 || !mailed) return false
  const { label, ...notice } = digestText(duties)
  await mailEditors(tx, { ...notice, kind: 'duties', action: { label, path: '/admin/sponsors' } })
  return true
}

const hashOf = (duties: readonly Duty[]) => createHash('sha256').update(JSON.stringify(duties)).digest('hex')
