import type { Tx } from '@/lib/db/db'
import { hashAddress } from '@/lib/links/hash-address'
import type { CanonicalLink } from '@/lib/links/rules'

const keyOf = (hash: Uint8Array) => Buffer.from(hash).toString('base64')

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
  const hash = { in: [...rows.values()].map((row) => row.hash) }
  const aliases = await tx.linkAlias.findMany({ where: { hash }, select: { hash: true, linkId: true } })
  const ids = new Map(aliases.map((alias) => [keyOf(alias.hash), alias.linkId]))
  const known = await tx.link.findMany({ where: { hash }, select: { hash: true, id: true } })
  for (const link of known) if (!ids.has(keyOf(link.hash))) ids.set(keyOf(link.hash), link.id)
  // In one order, so that two who make the same links wait for each other rather than both.
  const missing = [...rows].filter(([key]) => !ids.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (missing.length > 0) {
    await tx.link.createMany({ data: missing.map(([, row]) => row), skipDuplicates: true })
    const made = await tx.link.findMany({
      where: { hash: { in: missing.map(([, row]) => row.hash) } },
      select: { hash: true, id: true },
    })
    for (const link of made) ids.set(keyOf(link.hash), link.id)
  }
  return new Map(
    [...rows].flatMap(([key, row]) => (ids.has(key) ? [[row.canonical, ids.get(key) ?? '']] : [])),
  )
}
