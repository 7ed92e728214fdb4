import { db } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { hashAddress } from '@/lib/links/hash-address'
import { canonicalLink } from '@/lib/links/rules'
import { itemAnchor } from '@/lib/render/block-context'
import { issuePath } from '@/lib/render/issue-path'
import { memoByText } from '@/lib/render/markdown/memo'
import { issueLink, itemOrder } from './item-rows'
import { type Reference, referenceSchema } from './schema'

/** What an address of ours leads to: an item, or with null the issue itself. */
type Target = string | null

/** More than that of one issue are not shown. */
const MOST_REFERENCES = 500

/** Characters of addresses whose hashes are remembered: those of some hundred issues. */
const BUDGET = 300_000

// An issue has two addresses for each of its items, and to read them takes a millisecond or two.
const hashOf = memoByText((address) => {
  const link = canonicalLink(address)
  return link ? Buffer.from(hashAddress(link.canonical)).toString('hex') : ''
}, BUDGET)

/** All addresses of an issue and of its items, those that they had before too, by the hash of their links. */
async function addressesOf(slug: string, itemIds: readonly string[]): Promise<Map<string, Target>> {
  const path = issuePath(slug)
  const old = await db().redirect.findMany({ where: { toPath: path }, select: { fromPath: true } })
  const pages = [path, ...old.map(({ fromPath }) => fromPath)]
  const all: [string, Target][] = [
    ...pages.map((page): [string, Target] => [page, null]),
    ...itemIds.map((id): [string, Target] => [`/items/${id}`, id]),
    ...itemIds.flatMap((id) => pages.map((page): [string, Target] => [`${page}#${itemAnchor(id)}`, id])),
  ]
  const { APP_URL } = env()
  return new Map(all.map(([address, target]) => [hashOf(`${APP_URL}${address}`, ''), target]))
}

/**
 * Where other issues lead to this one or to its items, newest first, each item of theirs once for what it leads to.
 * Found by the address, so that what was linked before its issue got another slug, or came here, is found too.
 */
export async function findReferences(
  issueId: string,
  slug: string,
  itemIds: readonly string[],
): Promise<Map<Target, Reference[]>> {
  const addresses = await addressesOf(slug, itemIds)
  const hashes = [...addresses.keys()]
  const rows = await db().$queryRaw<{ hash: string }[]>`
    SELECT encode(l.hash, 'hex') AS hash, i.id::text, i.headline, ${issueLink}
    FROM "Link" l
    JOIN "ArchivedMention" m ON m."linkId" = l.id
    JOIN "ArchivedItem" i ON i.id = m."itemId"
    JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"
    WHERE l.hash IN (SELECT decode(hash, 'hex') FROM unnest(${hashes}::text[]) hash)
      AND i."issueId" <> ${issueId}::uuid
    ORDER BY ${itemOrder('i')} LIMIT ${MOST_REFERENCES}`
  const found = new Map<Target, Reference[]>()
  for (const row of rows) {
    const target = addresses.get(row.hash) ?? null
    const reference = referenceSchema.parse(row)
    const known = found.get(target) ?? []
    if (!known.some(({ id }) => id === reference.id)) found.set(target, [...known, reference])
  }
  return found
}
