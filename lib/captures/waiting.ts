import { domainToUnicode } from 'node:url'
import { Prisma } from '@/generated/prisma/client'
import type { CaptureSource } from '@/lib/captures/schema'
import type { Tx } from '@/lib/db/db'
import { likePattern } from '@/lib/issue-list/rules'
import { canonicalLink, siteOf } from '@/lib/links/rules'
import { askedAddress } from '@/lib/pages/rules'
import type { Said } from './rules'

/** A capture that waits in the inbox or for later. */
export type WaitingCapture = {
  id: string
  url: string
  title: string
  capturedAt: Date
  /** `YYYY-MM-DD` */
  laterUntil: string | null
  source: CaptureSource
}

/** The host of a written address, its letters in reverse: as `Capture_host` has it (migration `long_addresses`). */
const reversedHost = Prisma.sql`left(reverse(lower(substring(c."url" from '^[^:]+://(?:[^/?#@]*@)?([^/?#:@]+)'))), 200)`

/** An address without what most often differs between two of one link, as `Capture_plain` has it (migration `long_addresses`). */
const plain = (capture: string) =>
  Prisma.sql`left(lower(regexp_replace(split_part(split_part(${Prisma.raw(capture)}."url", '#', 1), '?', 1), '^https?://(?:www\\.|m\\.|mobile\\.)?|/+$', '', 'gi')), 400)`

/** Caches of AMP pages, whose addresses hold those of the pages. */
const caches = ['google.com', 'ampproject.org']

const beginsWith = (site: string) =>
  Prisma.sql`${reversedHost} LIKE ${`${[...likeText(site)].reverse().join('')}%`}`
/** A site as `LIKE` takes it; reversed, its escapes would stand behind what they escape, and a host needs none. */
const likeText = (site: string) => site.replace(/[\\%_]/g, '')

/** More sites than that aren't looked up one by one. */
const MOST_SITES = 12

function ofSites(canonicals: ReadonlySet<string>): Prisma.Sql {
  const hosts = [...canonicals].map((canonical) => siteOf(new URL(canonical).hostname))
  const sites = [...new Set([...hosts, ...hosts.map(domainToUnicode), ...caches])]
  if (hosts.length === 0 || sites.length > MOST_SITES) return Prisma.empty
  return Prisma.sql`AND (${Prisma.join(sites.map(beginsWith), ' OR ')})`
}

/**
 * What waits of links, by their canonical addresses, newest first; not what feeds brought and nobody has kept. An address tells its link only by rules of ours, so
 * this reads what waits of the same sites, by an index, and compares.
 * @param telling a piece that every address of the links holds, but for capitals, to read less; empty where there is none
 */
export async function findWaiting(
  tx: Tx,
  canonicals: readonly string[],
  telling = '',
): Promise<Map<string, WaitingCapture[]>> {
  const wanted = new Set(canonicals)
  const holding = telling === '' ? Prisma.empty : Prisma.sql`AND c."url" ILIKE ${likePattern(telling)}`
  const rows = await tx.$queryRaw<WaitingCapture[]>`
    SELECT c."id", c."url", c."title", c."capturedAt", to_char(c."laterUntil", 'YYYY-MM-DD') AS "laterUntil", c."source"::text
    FROM "Capture" c WHERE c."state" IN ('NEW', 'LATER') AND NOT c."isAside" ${ofSites(wanted)} ${holding}
    ORDER BY c."capturedAt" DESC, c."id"`
  const found = new Map<string, WaitingCapture[]>()
  for (const row of rows) {
    const canonical = canonicalLink(row.url)?.canonical ?? ''
    if (wanted.has(canonical)) found.set(canonical, [...(found.get(canonical) ?? []), row])
  }
  return found
}

/**
 * Of captures those whose link waits once more, by id, with the newest of the others. Unlike `findWaiting` it reads no
 * more than what is nearly alike, so that a page of the inbox can ask; forms with a path of their own (AMP) it doesn't meet.
 */
export async function findTwins(tx: Tx, ids: readonly string[]): Promise<Map<string, WaitingCapture>> {
  // By an array the index is used; joined, all that waits would be read.
  const rows = await tx.$queryRaw<(WaitingCapture & { isAside: boolean })[]>`
    SELECT c."id", c."url", c."title", c."capturedAt", to_char(c."laterUntil", 'YYYY-MM-DD') AS "laterUntil",
      c."source"::text, c."isAside"
    FROM "Capture" c
    WHERE ${plain('c')} = ANY(ARRAY(SELECT ${plain('a')} FROM "Capture" a WHERE a."id" = ANY(${ids}::uuid[])))
      AND c."state" IN ('NEW', 'LATER') ORDER BY c."capturedAt" DESC, c."id"`
  const alike = new Map<string, typeof rows>()
  const keyOf = ({ url }: WaitingCapture) => canonicalLink(url)?.canonical ?? url
  for (const row of rows) alike.set(keyOf(row), [...(alike.get(keyOf(row)) ?? []), row])
  return new Map(
    rows.flatMap((row) => {
      const twin = alike.get(keyOf(row))?.find(({ id, isAside }) => id !== row.id && !isAside)
      return twin ? [[row.id, twin]] : []
    }),
  )
}

/** What waits of the link of an address as it was written, the newest; null where nothing does. */
export async function findWaitingOf(
  tx: Tx,
  url: string,
  isWanted: (capture: WaitingCapture) => boolean = () => true,
): Promise<WaitingCapture | null> {
  const link = canonicalLink(url)
  if (!link) return null
  const waiting = (await findWaiting(tx, [link.canonical])).get(link.canonical) ?? []
  return waiting.find(isWanted) ?? null
}

/** What waits of links as `findWaiting` finds it, with what was said of each. */
export async function findWaitingWords(
  tx: Tx,
  canonicals: readonly string[],
): Promise<Map<string, (WaitingCapture & Said)[]>> {
  const waiting = await findWaiting(tx, canonicals)
  const rows = await tx.capture.findMany({
    where: { id: { in: [...waiting.values()].flat().map(({ id }) => id) } },
    select: { id: true, quote: true, note: true, via: true },
  })
  const words = new Map(rows.map((row) => [row.id, row]))
  const nothing = { quote: '', note: '', via: '' }
  return new Map(
    [...waiting].map(([canonical, found]) => [
      canonical,
      found.map((row) => ({ ...row, ...(words.get(row.id) ?? nothing) })),
    ]),
  )
}

/** Of addresses as they were written those that a capture has, whatever became of it, in any form. */
export async function findCaptured(tx: Tx, urls: readonly string[]): Promise<Set<string>> {
  const keyOf = (url: string) => canonicalLink(url)?.canonical ?? url
  const wanted = new Set(urls.flatMap((url) => canonicalLink(url)?.canonical ?? []))
  if (wanted.size === 0) return new Set()
  const where = ofSites(wanted)
  // Each half has an index of its own.
  const rows = await tx.$queryRaw<{ url: string }[]>`
    SELECT c."url" FROM "Capture" c WHERE c."state" IN ('NEW', 'LATER') ${where}
    UNION SELECT c."url" FROM "Capture" c WHERE c."state" IN ('PLACED', 'DISCARDED') ${where}`
  const captured = new Set(rows.map(({ url }) => keyOf(url)))
  return new Set(urls.filter((url) => captured.has(keyOf(url))))
}

/** Ids of what waits for the same page as an address, as a browser asks for it; what feeds brought too. */
export async function findAskedAlike(tx: Tx, url: string): Promise<string[]> {
  const [link, asked] = [canonicalLink(url), askedAddress(url)]
  if (!link || !asked) return []
  const rows = await tx.$queryRaw<{ id: string; url: string }[]>`
    SELECT c."id"::text, c."url" FROM "Capture" c
    WHERE c."state" IN ('NEW', 'LATER') ${ofSites(new Set([link.canonical]))}`
  return rows.filter((row) => askedAddress(row.url) === asked).map(({ id }) => id)
}
