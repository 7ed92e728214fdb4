import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { hashAddress } from '@/lib/links/hash-address'
import { canReadPages } from './policy'
import { askedAddress, briefOf } from './rules'
import type { PageBrief, PageView } from './schema'

const brief = {
  lookedAt: true,
  outcome: true,
  message: true,
  site: true,
  date: true,
  wordCount: true,
} as const
const select = {
  ...brief,
  address: true,
  finalAddress: true,
  title: true,
  byline: true,
  language: true,
} as const

const inWords = <R extends { lookedAt: Date; date: Date | null }>(row: R) => ({
  ...row,
  lookedAt: row.lookedAt.toISOString(),
  date: row.date?.toISOString().slice(0, 10) ?? null,
})

/** What was found at an address when it was looked at last; null where nobody looked. @throws AppError `forbidden` */
export async function findPage(actor: Actor, written: string): Promise<PageView | null> {
  if (!canReadPages(actor)) throw new AppError('forbidden', 'Only owners and editors see what pages say.')
  const address = askedAddress(written)
  if (!address) return null
  const row = await db().linkPage.findUnique({ where: { hash: hashAddress(address) }, select })
  return row && inWords(row)
}

/** What is known of the pages at addresses, in their order. Asks no policy: for queries that did. */
export async function readBriefs(written: readonly string[]): Promise<(PageBrief | null)[]> {
  const hashes = written.map((address) => {
    const asked = askedAddress(address)
    return asked === null ? null : hashAddress(asked)
  })
  const hash = { in: hashes.filter((each) => each !== null) }
  const rows = await db().linkPage.findMany({ where: { hash }, select: { ...brief, hash: true } })
  const keyOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const known = new Map(rows.map((row) => [keyOf(row.hash), briefOf(inWords(row))]))
  return hashes.map((each) => (each === null ? null : (known.get(keyOf(each)) ?? null)))
}
