import type { Plan } from '@/lib/search/query/plan'
import type { SearchOrder } from '@/lib/search/schema'
import type { Cursor } from './cursor'
import { type Found, findBest, findNewest, MOST_RANKED, WINDOW, walkNewest } from './find-items'
import type { Ask } from './within-limit'

export type Chosen = { rows: Found[]; order: SearchOrder; total: number | null }
type Wanted = { limit: number; order: SearchOrder; cursor: Cursor | null; items: number }

async function chooseNewest(ask: Ask, plan: Plan, { limit, cursor, items }: Wanted): Promise<Chosen> {
  const after = cursor?.by === 'date' ? cursor : null
  // Where so many fit that half the window is likely to fill the page, nothing has to be put in order.
  const walks = plan.most > MOST_RANKED && plan.about * WINDOW > 2 * items * (limit + 1)
  const walked = walks ? await walkNewest(ask, plan, limit, after) : []
  if (walked.length > limit) return { rows: walked, order: 'newest', total: null }
  const rows = await findNewest(ask, plan, limit, after)
  return { rows, order: 'newest', total: rows[0]?.total ?? 0 }
}

/**
 * Finds a page of what a plan is for, in a bounded time: few are ranked, of many the newest are taken. The counts of
 * words, which may be a little old, only say what is tried first.
 */
export async function choose(ask: Ask, plan: Plan, wanted: Wanted): Promise<Chosen> {
  const { limit, order, cursor, items } = wanted
  const byDate = cursor ? cursor.by === 'date' : order === 'newest' || plan.weighed.length === 0
  const tooMany = plan.most > MOST_RANKED && plan.about > MOST_RANKED && items > MOST_RANKED
  if (byDate || (tooMany && cursor === null)) return chooseNewest(ask, plan, wanted)
  const { rows, total } = await findBest(ask, plan, limit, cursor?.by === 'score' ? cursor : null)
  if (total <= MOST_RANKED) return { rows, order: 'best', total }
  // More than the counts had made one expect.
  const known = { ...plan, most: Math.max(plan.most, total), about: Math.max(plan.about, 2 * total) }
  return chooseNewest(ask, known, { ...wanted, cursor: null })
}
