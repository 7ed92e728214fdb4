import type { Tx } from '@/lib/db/db'
import { knownNames, says } from '@/lib/disclosures/rules'
import type { IssueDraft } from '@/lib/issues/schema'
import { hashAddress } from '@/lib/links/hash-address'
import { findKnownLinks } from '@/lib/links/queries'
import { canonicalLink } from '@/lib/links/rules'
import { askedAddress } from '@/lib/pages/rules'
import { recentSponsorsIn } from '@/lib/slots/queries/recent-sponsors'
import { addressesIn } from './addresses'
import { findInDraft } from './find-in-draft'
import { readPast } from './past'
import { blockers, type Finding, type FindingSettings, findAll } from './rules'
import type { CheckedPage, Checks, LinkRun } from './schema'

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
    aliases: await readAliases(tx, draft),
    run: await readRun(tx, draft.id),
  }
}

async function readAliases(tx: Tx, draft: IssueDraft): Promise<Checks['aliases']> {
  const items = draft.sections.flatMap((section) => section.items)
  const addresses = items.flatMap(({ url, links }) => [url, ...links.map((link) => link.url)])
  const asked = addresses.flatMap((address) => canonicalLink(address) ?? [])
  const known = await findKnownLinks(asked, tx)
  return [...known].flatMap(([canonical, { canonicals }]) => {
    const [same = canonical] = canonicals.toSorted()
    return canonicals.length > 1 ? [{ canonical, same }] : []
  })
}

async function readRun(tx: Tx, issueId: string): Promise<LinkRun | null> {
  const select = { askedAt: true, total: true, done: true, finishedAt: true } as const
  const run = await tx.linkCheck.findUnique({ where: { issueId }, select })
  return (
    run && { ...run, askedAt: run.askedAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null }
  )
}

/** What was found at addresses, and which of the names their pages say. Asks no policy. */
export async function readPages(
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

/**
 * What stops a draft as it is saved from going out. Where the settings have nothing stop it but what always does, its own
 * rows tell all: neither its texts nor what is known of its links are read while whoever publishes waits. Asks no policy:
 * for commands that did.
 */
export async function findBlockers(tx: Tx, draft: IssueDraft): Promise<Finding[]> {
  const select = { blockingFindings: true } as const
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select })
  if (!publication?.blockingFindings.length) return blockers(findInDraft(draft))
  const settings = await readFindingSettings(tx, draft.id)
  return blockers(findAll(draft, settings, await readChecks(tx, draft, settings)))
}
