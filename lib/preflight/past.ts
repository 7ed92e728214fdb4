import type { Tx } from '@/lib/db/db'
import type { DraftSection, IssueDraft } from '@/lib/issues/schema'
import { hashAddress } from '@/lib/links/hash-address'
import { canonicalLink } from '@/lib/links/rules'
import { repeatsIn } from '@/lib/memory/find-habits'
import { isStanding, STANDING_DAYS } from '@/lib/memory/rules'
import { isExempt } from '@/lib/memory/status-pages'
import { readExemptHosts } from '@/lib/publication/queries'
import { itemPath } from '@/lib/render/found-paths'
import type { PastPlace } from './schema'

/** An address that came within so many days before an issue is told of. */
const PAST_DAYS = 365
const DAY = 86_400_000

type PastRow = Omit<PastPlace, 'address' | 'path'> & {
  hash: string
  itemId: string
  issueId: string
}

/** Links that stand in issue after issue, and are repeated on purpose. */
function standing(rows: readonly PastRow[], date: string): Set<string> {
  const since = new Date(Date.parse(`${date}T00:00:00Z`) - STANDING_DAYS * DAY).toISOString().slice(0, 10)
  const issues = new Map<string, Set<string>>()
  for (const row of rows)
    if (row.date > since) issues.set(row.hash, (issues.get(row.hash) ?? new Set()).add(row.issueId))
  return new Set([...issues].filter(([, ids]) => isStanding(ids.size)).map(([hash]) => hash))
}

/** Of sections those that don’t repeat links as a matter of course (docs/memory.md), asked only where one has any. */
async function sectionsToTell(tx: Tx, draft: IssueDraft, told: ReadonlySet<string>): Promise<DraftSection[]> {
  const sections: DraftSection[] = []
  for (const section of draft.sections) {
    if (!section.items.some(({ url }) => told.has(url.trim()))) continue
    const { layout, title } = section
    if (!(await repeatsIn({ layout, title: title ?? '' }, { except: draft.id }, tx))) sections.push(section)
  }
  return sections
}

/**
 * Where the items’ links stood in the issues of a year before, as items’ own addresses or further links; nothing of what
 * is repeated as a matter of course.
 */
export async function readPast(tx: Tx, draft: IssueDraft): Promise<PastPlace[]> {
  const addresses = draft.sections.flatMap(({ items }) => items.map(({ url }) => url.trim()))
  const exemptHosts = await readExemptHosts(tx)
  const byHash = new Map<string, string[]>()
  for (const address of new Set(addresses)) {
    const link = canonicalLink(address)
    if (!link || isExempt(link, exemptHosts)) continue
    const key = Buffer.from(hashAddress(link.canonical)).toString('hex')
    byHash.set(key, [...(byHash.get(key) ?? []), address])
  }
  if (byHash.size === 0) return []
  const rows = await tx.$queryRaw<PastRow[]>`
    SELECT asked.hash, item."id"::text AS "itemId", item."issueId"::text AS "issueId",
      coalesce(item."headline", '') AS "headline", issue."title" AS "issue", to_char(item."date", 'YYYY-MM-DD') AS "date",
      item."issueId" IS NOT DISTINCT FROM (
        SELECT before."issueId" FROM "ArchivedIssue" before
        WHERE before."issueId" <> ${draft.id}::uuid AND before."withdrawnAt" IS NULL AND before."date" <= ${draft.date}::date
        ORDER BY before."date" DESC, before."publishedAt" DESC LIMIT 1
      ) AS "isPrevious"
    FROM unnest(${[...byHash.keys()]}::text[]) AS asked(hash)
    JOIN LATERAL (
      SELECT coalesce(
        (SELECT alias."linkId" FROM "LinkAlias" alias WHERE alias."hash" = decode(asked.hash, 'hex')),
        (SELECT link."id" FROM "Link" link WHERE link."hash" = decode(asked.hash, 'hex'))
      ) AS "linkId"
    ) known ON known."linkId" IS NOT NULL
    JOIN "ArchivedMention" mention ON mention."linkId" = known."linkId" AND mention."place" IN ('HEADLINE', 'MORE')
    JOIN "ArchivedItem" item ON item."id" = mention."itemId"
    JOIN "ArchivedIssue" issue ON issue."issueId" = item."issueId"
    WHERE item."issueId" <> ${draft.id}::uuid
      AND item."date" BETWEEN ${draft.date}::date - ${PAST_DAYS}::int AND ${draft.date}::date
    ORDER BY item."date" DESC, item."publishedAt" DESC, item."ordinal" LIMIT 200`
  const usual = standing(rows, draft.date)
  const places = rows
    .filter(({ hash }) => !usual.has(hash))
    .flatMap(({ hash, itemId, headline, issue, date, isPrevious }) =>
      (byHash.get(hash) ?? []).map((address) => {
        return { address, headline, issue, date, path: itemPath(itemId), isPrevious }
      }),
    )
  const sections = await sectionsToTell(tx, draft, new Set(places.map(({ address }) => address)))
  const wanted = new Set(sections.flatMap(({ items }) => items.map(({ url }) => url.trim())))
  return places.filter(({ address }) => wanted.has(address))
}
