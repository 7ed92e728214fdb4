import { db, type Tx } from '@/lib/db/db'
import { hashAddress } from './hash-address'
import type { CanonicalLink } from './rules'

/** A link as the archive knows it: ids of its rows, and every canonical address that is known to lead to it. */
export type KnownLink = { ids: string[]; canonicals: string[] }

const hexOf = ({ canonical }: CanonicalLink) => Buffer.from(hashAddress(canonical)).toString('hex')

// Each of these finds its rows by an index. Joined in one statement they would not: of few rows or of none the planner
// expects many, and reads the whole of `Link`.

/** Ids of the rows that hashes lead to, as a link or as an alias. */
function findByHash(
  client: Tx,
  hashes: readonly string[],
): Promise<{ hash: string; id: string; canonical: string | null }[]> {
  return client.$queryRaw`
    SELECT encode(hash, 'hex') AS hash, id::text FROM "Link"
    WHERE hash = ANY(ARRAY(SELECT decode(hex, 'hex') FROM unnest(${hashes}::text[]) hex))
    UNION ALL
    SELECT encode(hash, 'hex'), "linkId"::text FROM "LinkAlias"
    WHERE hash = ANY(ARRAY(SELECT decode(hex, 'hex') FROM unnest(${hashes}::text[]) hex))`
}

/** The aliases of links, and the links' own addresses. */
function findAliases(
  client: Tx,
  ids: readonly string[],
): Promise<{ id: string; hash: string; canonical: string }[]> {
  return client.$queryRaw`
    SELECT "linkId"::text AS id, encode(hash, 'hex') AS hash, url AS canonical FROM "LinkAlias"
    WHERE "linkId" = ANY(${ids}::uuid[])
    UNION ALL
    SELECT id::text, encode(hash, 'hex'), canonical FROM "Link" WHERE id = ANY(${ids}::uuid[])`
}

/**
 * Links by their canonical addresses, each with those of its aliases in both directions: what was archived before a
 * redirect was known has a row of its own. One that nobody has met has no ids.
 */
export async function findKnownLinks(
  links: readonly CanonicalLink[],
  client: Tx = db(),
): Promise<Map<string, KnownLink>> {
  const own = links.length === 0 ? [] : await findByHash(client, [...new Set(links.map(hexOf))])
  const names = own.length === 0 ? [] : await findAliases(client, [...new Set(own.map(({ id }) => id))])
  const known = new Set(own.map(({ hash }) => hash))
  const others = names.map(({ hash }) => hash).filter((hash) => !known.has(hash))
  const archived = others.length === 0 ? [] : await findByHash(client, others)
  const rows = [...own, ...archived]
  return new Map(
    links.map((link) => {
      const hash = hexOf(link)
      const first = rows.filter((row) => row.hash === hash).map(({ id }) => id)
      const same = names.filter(({ id }) => first.includes(id))
      const second = rows.filter((row) => same.some((name) => name.hash === row.hash)).map(({ id }) => id)
      const canonicals = [link.canonical, ...same.map(({ canonical }) => canonical)]
      return [link.canonical, { ids: unique([...first, ...second]), canonicals: unique(canonicals) }]
    }),
  )
}

const unique = (list: readonly string[]) => [...new Set(list)]
