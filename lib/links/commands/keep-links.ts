import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/db'
import { hashAddress } from '@/lib/links/hash-address'
import type { CanonicalLink } from '@/lib/links/rules'

const keyOf = (hash: Uint8Array) => Buffer.from(hash).toString('hex')

/** The ids of links by the hash of their address, or of that of another that is known to lead to the same. */
async function findIds(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ key: string; id: string }[]>`
    SELECT asked.key, coalesce(alias."linkId", link.id)::text AS id
    FROM unnest(${keys}::text[]) AS asked (key)
      LEFT JOIN "LinkAlias" alias ON alias.hash = decode(asked.key, 'hex')
      LEFT JOIN "Link" link ON link.hash = decode(asked.key, 'hex')
    WHERE coalesce(alias."linkId", link.id) IS NOT NULL`
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/**
 * The same, and of those that aren't there yet the rows are made; in one order, so that two who make the same links wait
 * for each other rather than both. All in one statement, five lists for all rows: this is most of what publishing writes.
 * Their ids come from here, so that the statement says all that it writes.
 */
async function findOrMakeIds(tx: Tx, rows: ReadonlyMap<string, CanonicalLink>): Promise<Map<string, string>> {
  const links = [...rows.values()]
  const found = await tx.$queryRaw<{ key: string; id: string }[]>`
    WITH known AS MATERIALIZED (
      SELECT asked.*, decode(asked.key, 'hex') AS hash, coalesce(alias."linkId", link.id) AS id
      FROM unnest(
          ${[...rows.keys()]}::text[], ${links.map(({ canonical }) => canonical)}::text[],
          ${links.map(({ host }) => host)}::text[], ${links.map(({ site }) => site)}::text[],
          ${links.map(() => randomUUID())}::uuid[]
        ) AS asked (key, canonical, host, site, fresh)
        LEFT JOIN "LinkAlias" alias ON alias.hash = decode(asked.key, 'hex')
        LEFT JOIN "Link" link ON link.hash = decode(asked.key, 'hex')
    ), made AS (
      INSERT INTO "Link" (id, canonical, hash, host, site)
      SELECT fresh, canonical, hash, host, site FROM known WHERE id IS NULL ORDER BY hash
      ON CONFLICT (hash) DO NOTHING
      RETURNING hash, id
    )
    SELECT key, id::text FROM known WHERE id IS NOT NULL
    UNION ALL SELECT encode(hash, 'hex'), id::text FROM made`
  return new Map(found.map(({ key, id }) => [key, id]))
}

/**
 * The rows of links, made where they are missing: their ids by canonical address. Of an address known to lead to the
 * same as another (`LinkAlias`) it is that other's. Part of whoever's transaction this is; it asks no policy.
 */
export async function keepLinks(tx: Tx, links: readonly CanonicalLink[]): Promise<Map<string, string>> {
  const rows = new Map(links.map((link) => [keyOf(hashAddress(link.canonical)), link]))
  if (rows.size === 0) return new Map()
  const ids = await findOrMakeIds(tx, rows)
  // Somebody else has made them meanwhile.
  const others = [...rows.keys()].filter((key) => !ids.has(key))
  if (others.length > 0) for (const [key, id] of await findIds(tx, others)) ids.set(key, id)
  return new Map(
    [...rows].flatMap(([key, { canonical }]) => (ids.has(key) ? [[canonical, ids.get(key) ?? '']] : [])),
  )
}
