import { mayWorkOnIssues } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/schema'
import { db, type Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { canonicalLink } from '@/lib/links/rules'

/** A row of a list that readers have: what it was called. The newest first. */
export type PastRow = { host: string; headline: string }

/** How many of a host's rows are looked at. */
const LOOKED_AT = 6

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)

/**
 * What the service at a host is called in lists, by how its rows were called before. Newspapers tell of many services:
 * theirs are only told where the newest name is that of most rows; a single row tells where host and name are alike.
 */
export function serviceOf(host: string, rows: readonly Pick<PastRow, 'headline'>[]): string | null {
  const [newest] = rows
  if (!newest) return null
  const same = rows.filter(({ headline }) => plain(headline) === plain(newest.headline)).length
  if (same > 1 && same * 2 >= rows.length) return newest.headline
  const isAlike = words(newest.headline).some((word) => plain(host).includes(word))
  return isAlike && /(?:^|\.)(?:status|trust|health|uptime|incidents?)\b|status/.test(host)
    ? newest.headline
    : null
}

/** What services are called, by host (without `www.`), out of the list rows that readers have. */
export async function serviceNames(tx: Tx, hosts: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(hosts)]
  const rows = await tx.$queryRaw<PastRow[]>`
    SELECT asked.host, past."headline" FROM unnest(${wanted}::text[]) AS asked(host)
    CROSS JOIN LATERAL (
      SELECT i."headline", i."date", i."publishedAt", i."ordinal" FROM "ArchivedItem" i
      WHERE i."layout" = 'list' AND i."host" = asked.host AND i."headline" <> ''
      ORDER BY i."date" DESC, i."publishedAt" DESC, i."ordinal" LIMIT ${LOOKED_AT}
    ) past ORDER BY past."date" DESC, past."publishedAt" DESC, past."ordinal"`
  return new Map(
    wanted.flatMap((host) => {
      const name = serviceOf(
        host,
        rows.filter((row) => row.host === host),
      )
      return name ? [[host, name] as const] : []
    }),
  )
}

/** What the service at an address is called in lists; null where no past row tells. @throws AppError `forbidden` */
export async function findService(actor: Actor, address: string): Promise<string | null> {
  if (!mayWorkOnIssues(actor)) throw new AppError('forbidden', 'Only owners and editors write lists.')
  const host = canonicalLink(address)?.host
  return host ? ((await serviceNames(db(), [host])).get(host) ?? null) : null
}
