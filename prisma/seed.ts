import { db } from '@/lib/db/db'

/** Fills an empty database: the demo publication, or what the owner's needs. One that has a publication is left. */
export async function seedInstance(): Promise<void> {
  if ((await db().publication.count()) > 0) return
  await db().publication.create({ data: { name: 'Gleaner', isDemo: true } })
}
