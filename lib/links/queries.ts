import { db } from '@/lib/db/db'
import { hashAddress } from './hash-address'
import type { CanonicalLink } from './rules'

/** A link as the archive knows it: ids of its rows, and every canonical address that is known to lead to it. */
export type KnownLink = { ids: string[]; canonicals: string[] }

type Row = { hash: string; id: string; canonical: string; aliases: string[] }

const hexOf = ({ canonical }: CanonicalLink) => Buffer.from(hashAddress(canonical)).toString('hex')

/**
 * Links by their canonical addresses, each with those of its aliases in both directions: what was archived before a
 * redirect was known has a row of its own. One that nobody has met has no ids.
 */
export async function findKnownLinks(links: readonly CanonicalLink[]): Promise<Map<string, KnownLink>> {
  const hashes = new Map(links.map((link) => [hexOf(link), link.canonical]))
  const rows =
    hashes.size === 0
      ? []
      : await db().$queryRaw<Row[]>`
    WITH asked AS (SELECT decode(hash, 'hex') AS hash FROM unnest(${[...hashes.keys()]}::text[]) hash),
    own AS (
      SELECT asked.hash, l.id FROM asked JOIN "Link" l ON l.hash = asked.hash
      UNION SELECT asked.hash, k."linkId" FROM asked JOIN "LinkAlias" k ON k.hash = asked.hash
    ),
    same AS (
      SELECT hash, id FROM own
      UNION SELECT own.hash, l.id FROM own
        JOIN "LinkAlias" k ON k."linkId" = own.id JOIN "Link" l ON l.hash = k.hash
    )
    SELECT encode(same.hash, 'hex') AS hash, l.id::text, l.canonical,
      ARRAY(SELECT k.url FROM "LinkAlias" k WHERE k."linkId" = l.id) AS aliases
    FROM same JOIN "Link" l ON l.id = same.id`
  const known = new Map(
    links.map(({ canonical }) => [canonical, { ids: [], canonicals: [canonical] } as KnownLink]),
  )
  for (const { hash, id, canonical, aliases } of rows) {
    const link = known.get(hashes.get(hash) ?? '')
    link?.ids.push(id)
    link?.canonicals.push(...[canonical, ...aliases].filter((each) => !link.canonicals.includes(each)))
  }
  return known
}
