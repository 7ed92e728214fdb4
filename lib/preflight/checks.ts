import type { Tx } from '@/lib/db/db'
import { knownNames, says } from '@/lib/disclosures/rules'
import type { IssueDraft } from '@/lib/issues/schema'
import { hashAddress } from '@/lib/links/hash-address'
import { canonicalLink } from '@/lib/links/rules'
import { askedAddress } from '@/lib/pages/rules'
import { itemPath } from '@/lib/render/found-paths'
import { recentSponsorsIn } from '@/lib/slots/queries/recent-sponsors'
import { addressesIn } from './addresses'
import { type Finding, type FindingSettings, findAll } from './rules'
import type { CheckedPage, Checks, LinkRun, PastPlace } from './schema'

/** An address that came within so many days before an issue is told of. */
const PAST_DAYS = 365

/** The settings that findings are made by. Asks no policy: for queries and commands that did. */
export async function readFindingSettings(tx: Tx, issueId: string): Promise<FindingSettings> {
  const select = { employerNames: true, sponsorNames: true, blockingFindings: true } as const
  const row = await tx.publication.findUnique({ where: { id: 1 }, select })
  const none = { employerNames: [], sponsorNames: [], blockingFindings: [] }
  return { ...(row ?? none), recentSponsors: await recentSponsorsIn(tx, issueId) }
}

/** What the database knows of a draft’s links. Asks no policy. */
export async function readChecks(tx: Tx, draft: IssueDraft, settings: FindingSettings): Promise<Checks> {
  const names = knownNames(settings).map(({ name }) => name)
  const written = addressesIn(draft).map(({ address }) => address)
  return {
    pages: await readPages(tx, written, names),
    past: await readPast(tx, draft),
    run: await readRun(tx, draft.id),
  }
}

async function readRun(tx: Tx, issueId: string): Promise<LinkRun | null> {
  const select = { askedAt: true, total: true, done: true, finishedAt: true } as const
  const run = await tx.linkCheck.findUnique({ where: { issueId }, select })
  return (
    run && { ...run, askedAt: run.askedAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null }
  )
}

async function readPages(
  tx: Tx,
  written: readonly string[],
  names: readonly string[],
): Promise<CheckedPage[]> {
  const asked = [...new Set(written.flatMap((address) => askedAddress(address) ?? []))]
  const hash = { in: asked.map(hashAddress) }
  const rows = await tx.linkPage.findMany({
    where: { hash },
    select: { address: true, outcome: true, message: true, finalAddress: true, lookedAt: true },
  })
  // Texts are long, and few of them name anybody.
  const OR = names.map((name) => ({ text: { contains: name, mode: 'insensitive' as const } }))
  const select = { address: true, text: true } as const
  const naming = names.length > 0 ? await tx.linkPage.findMany({ where: { hash, OR }, select }) : []
  const texts = new Map(naming.map(({ address, text }) => [address, text]))
  return rows.map((row) => ({
    ...row,
    lookedAt: row.lookedAt.toISOString(),
    names: names.filter((name) => says(texts.get(row.address) ?? '', name)),
  }))
}

type PastRow = Omit<PastPlace, 'address' | 'path' | 'isPrevious'> & {
  hash: string
  itemId: string
  issueId: string
}

/** Where the items’ links stood in the issues of a year before, as items’ own addresses or further links. */
async function readPast(tx: Tx, draft: IssueDraft): Promise<PastPlace[]> {
  const addresses = draft.sections.flatMap(({ items }) => items.map(({ url }) => url.trim()))
  const byHash = new Map<string, string[]>()
  for (const address of new Set(addresses)) {
    const link = canonicalLink(address)
    if (!link) continue
    const key = Buffer.from(hashAddress(link.canonical)).toString('hex')
    byHash.set(key, [...(byHash.get(key) ?? []), address])
  }
  if (byHash.size === 0) return []
  const rows = await tx.$queryRaw<PastRow[]>`
    SELECT asked.hash, item."id"::text AS "itemId", item."issueId"::text AS "issueId",
      coalesce(item."headline", '') AS "headline", issue."title" AS "issue", to_char(item."date", 'YYYY-MM-DD') AS "date"
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
  const previous = await tx.archivedIssue.findFirst({
    where: {
      issueId: { not: draft.id },
      withdrawnAt: null,
      date: { lte: new Date(`${draft.date}T00:00:00Z`) },
    },
    orderBy: [{ date: 'desc' }, { publishedAt: 'desc' }],
    select: { issueId: true },
  })
  return rows.flatMap(({ hash, itemId, issueId, ...row }) =>
    (byHash.get(hash) ?? []).map((address) => ({
      ...row,
      address,
      path: itemPath(itemId),
      isPrevious: issueId === previous?.issueId,
    })),
  )
}

/** Every finding of a draft as it is saved. Asks no policy: for commands that did. */
export async function checkDraft(tx: Tx, draft: IssueDraft): Promise<Finding[]> {
  const settings = await readFindingSettings(tx, draft.id)
  return findAll(draft, settings, await readChecks(tx, draft, settings))
}
