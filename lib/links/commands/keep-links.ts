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
 * The rows of links, made where they are missing: their ids by canonical address. Of an address known to lead to the
 * same as another (`LinkAlias`) it is that other's. Part of whoever's transaction this is; it asks no policy.
 */
export async function keepLinks(tx: Tx, links: readonly CanonicalLink[]): Promise<Map<string, string>> {
  const rows = new Map(
    links.map((link) => {
      const hash = hashAddress(link.canonical)
      return [keyOf(hash), { ...link, hash }]
    }),
  )
  if (rows.size === 0) return new Map()
  const ids = await findIds(tx, [...rows.keys()])
  // In one order, so that two who make the same links wait for each other rather than both.
  const missing = [...rows].filter(([key]) => !ids.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (missing.length > 0) {
    const data = missing.map(([, row]) => row)
    const select = { hash: true, id: true } as const
    const made = await tx.link.createManyAndReturn({ data, skipDuplicates: true, select })
    for (const link of made) ids.set(keyOf(link.hash), link.id)
    // Somebody else has made them meanwhile.
    const others = missing.flatMap(([key]) => (ids.has(key) ? [] : [key]))
    if (others.length > 0) for (const [key, id] of await findIds(tx, others)) ids.set(key, id)
  }
  return new Map(
    [...rows].flatMap(([key, row]) => (ids.has(key) ? [[row.canonical, ids.get(key) ?? '']] : [])),
  )
}
