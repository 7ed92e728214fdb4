import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { aliasLinks } from '@/lib/links/commands/alias-links'
import { hashAddress } from '@/lib/links/hash-address'
import { canonicalLink } from '@/lib/links/rules'
import { isBelievable, isSameThing } from '@/lib/pages/canonical'
import { type Looked, type LookOptions, lookAt } from '@/lib/pages/look'
import { askedAddress, bylineOf, wantsReading } from '@/lib/pages/rules'

/** What is kept of a page, as its row has it. */
export type KeptPage = { address: string; title: string; byline: string; language: string | null }

const kept = { address: true, title: true, byline: true, language: true, readAt: true } as const

/**
 * Looks at a page, unless that was done lately, and keeps what was found; another address that it leads to, or names as
 * its own, is from then on the same link. No transaction is open while the site is asked. Done twice it finds the same.
 * @param written the address as somebody wrote it
 * @returns what is known of the page now; null where nothing was ever read of it
 */
export async function lookAtPage(
  written: string,
  { again = false, ...options }: LookOptions & { again?: boolean } = {},
): Promise<KeptPage | null> {
  const address = askedAddress(written)
  if (!address) return null
  const hash = hashAddress(address)
  const known = await db().linkPage.findUnique({ where: { hash }, select: kept })
  if (known && !again && !wantsReading(known.readAt, now())) return known
  const looked = await lookAt(address, options)
  await transaction((tx) => keepLook(tx, address, looked))
  const page = await db().linkPage.findUnique({ where: { hash }, select: kept })
  return page?.readAt ? page : null
}

/** What a page said before is kept where it says nothing now: it is no less true of it for an outage. */
export async function keepLook(tx: Tx, address: string, looked: Looked): Promise<void> {
  const { outcome, status, message, finalAddress, facts } = looked
  const at = now()
  const look = { lookedAt: at, outcome, status, message, finalAddress }
  const read = facts
    ? {
        readAt: at,
        title: facts.title,
        byline: bylineOf(facts),
        site: facts.site,
        date: facts.date ? new Date(`${facts.date}T00:00:00Z`) : null,
        language: facts.language,
        wordCount: facts.wordCount,
        text: facts.text,
      }
    : {}
  const hash = hashAddress(address)
  const data = { ...look, ...read }
  await tx.linkPage.upsert({ where: { hash }, create: { hash, address, ...data }, update: data })
  if (facts) await keepAlias(tx, address, finalAddress, facts.canonical)
}

/** One link of the address that was asked for, the one where it ended, and the one that the page names as its own. */
async function keepAlias(tx: Tx, asked: string, final: string, canonical: string | null): Promise<void> {
  const target = canonical && isBelievable(final, canonical) ? canonical : final
  const from = isSameThing(asked, final) ? [asked, final] : [final]
  const to = canonicalLink(target)
  if (!to) return
  await aliasLinks(
    tx,
    from.flatMap((address) => canonicalLink(address) ?? []),
    to,
  )
}
