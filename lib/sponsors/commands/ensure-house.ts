import type { Tx } from '@/lib/db/db'

/** The company that stands for the publication itself and owns the house copy; made when first asked for. */
export async function ensureHouse(tx: Tx): Promise<{ id: string }> {
  const find = () => tx.sponsor.findFirst({ where: { isHouse: true }, select: { id: true } })
  const known = await find()
  if (known) return known
  // One at a time, or two would make it twice.
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "Publication" WHERE "id" = 1 FOR UPDATE`
  return (
    (await find()) ?? tx.sponsor.create({ data: { name: 'House copy', isHouse: true }, select: { id: true } })
  )
}
