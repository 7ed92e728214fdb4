import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { hashAddress } from '@/lib/links/hash-address'
import { canReadPages } from './policy'
import { askedAddress } from './rules'
import type { PageView } from './schema'

const select = {
  address: true,
  lookedAt: true,
  outcome: true,
  message: true,
  finalAddress: true,
  title: true,
  byline: true,
  site: true,
  date: true,
  language: true,
  wordCount: true,
} as const

/** What was found at an address when it was looked at last; null where nobody looked. @throws AppError `forbidden` */
export async function findPage(actor: Actor, written: string): Promise<PageView | null> {
  if (!canReadPages(actor)) throw new AppError('forbidden', 'Only owners and editors see what pages say.')
  const address = askedAddress(written)
  if (!address) return null
  const row = await db().linkPage.findUnique({ where: { hash: hashAddress(address) }, select })
  return (
    row && {
      ...row,
      lookedAt: row.lookedAt.toISOString(),
      date: row.date?.toISOString().slice(0, 10) ?? null,
    }
  )
}
