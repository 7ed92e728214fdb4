import type { Tx } from '@/lib/db/db'

/**
 * Numbers and slugs are given out one at a time: whoever gives an issue one holds the publication's row. The unique
 * indexes would refuse the second of two as well, but could not say at which field.
 */
export async function lockNames(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "Publication" WHERE "id" = 1 FOR UPDATE`
}

/** One more than the highest number among the issues not removed. */
export async function nextNumber(tx: Tx): Promise<number> {
  const { _max } = await tx.issue.aggregate({ where: { removedAt: null }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** The slug, or the first of `slug-2`, `slug-3` … that no other issue has and no reader's address ever named. */
export async function freeSlug(tx: Tx, slug: string, ownId?: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`
    if (!(await isSlugTaken(tx, candidate, ownId))) return candidate
  }
}

/** Whether another issue has this slug, in draft or in the archive, or had it and its readers are led on from there. */
export async function isSlugTaken(tx: Tx, slug: string, ownId?: string): Promise<boolean> {
  const other = ownId === undefined ? {} : { not: ownId }
  const draft = await tx.issue.findFirst({
    where: { slug, removedAt: null, id: other },
    select: { id: true },
  })
  if (draft) return true
  const archived = await tx.archivedIssue.findFirst({
    where: { slug, issueId: other },
    select: { issueId: true },
  })
  return archived !== null || leadsElsewhere(tx, slug, ownId)
}

async function leadsElsewhere(tx: Tx, slug: string, ownId?: string): Promise<boolean> {
  const redirect = await tx.redirect.findUnique({ where: { fromPath: `/issues/${slug}` } })
  if (!redirect || ownId === undefined) return redirect !== null
  const own = await tx.archivedIssue.findUnique({ where: { issueId: ownId }, select: { slug: true } })
  return redirect.toPath !== `/issues/${own?.slug}`
}

/** Whether another issue not removed has this number. */
export async function isNumberTaken(tx: Tx, number: number, ownId: string): Promise<boolean> {
  const where = { number, removedAt: null, id: { not: ownId } }
  return (await tx.issue.findFirst({ where, select: { id: true } })) !== null
}
