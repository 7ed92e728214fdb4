import { nameOfItem } from '@/lib/issues/rules'
import type { IssueDraft } from '@/lib/issues/schema'
import { findPointing, type Neighbours, neighboursOf, type Pointing } from '@/lib/pointing/rules'
import type { Warning } from './rules'

/** Whether what the words point at has gone from where it was when they were written. */
function hasWandered({ to, reach }: Pointing, then: Neighbours, now: Neighbours, isBefore: boolean): boolean {
  if (then[to] === null) return false
  return reach === 'beside' ? now[to] !== then[to] : isBefore !== (to === 'above')
}

/**
 * Items that speak of a neighbour (“the previous article”, “speaking of”, “see below”) and stand beside another one than
 * when their words were written (`writtenBetween`). Whoever changes the words says that they are right where they are.
 */
export function findWandering(draft: IssueDraft): Warning[] {
  const written = draft.writtenBetween ?? {}
  if (Object.keys(written).length === 0) return []
  const items = draft.sections.flatMap((section) => section.items)
  const order = new Map(items.map(({ id }, index) => [id, index]))
  const byId = new Map(items.map((item) => [item.id, item]))
  const call = (id: string | null) => {
    const item = id === null ? undefined : byId.get(id)
    return item && `“${nameOfItem(item)}”`
  }
  return draft.sections.flatMap((section) => {
    const ids = section.items.map(({ id }) => id)
    return section.items.flatMap((item): Warning[] => {
      const then = written[item.id]
      if (!then || item.kind === 'quote') return []
      const now = neighboursOf(ids, item.id)
      const moved = findPointing(item.blurb).find((pointing) => {
        const at = order.get(then[pointing.to] ?? '')
        if (at === undefined) return then[pointing.to] !== null
        return hasWandered(pointing, then, now, at < (order.get(item.id) ?? 0))
      })
      if (!moved) return []
      const was = call(then[moved.to]) ?? 'an item that is gone'
      const is = call(now[moved.to])
      const side = moved.to === 'above' ? 'below' : 'above'
      const place = moved.to === 'above' ? 'first' : 'last'
      const stands =
        moved.reach === 'beyond' && then[moved.to] !== null && byId.has(then[moved.to] ?? '')
          ? 'that stands on its other side now'
          : is
            ? `it stands ${side} ${is} now`
            : `it stands ${place} in its section now`
      const message = `${nameOfItem(item)}: “${moved.words}” was written ${side} ${was}; ${stands}.`
      return [
        {
          code: 'item-wandered',
          level: 'warn',
          message,
          where: { kind: 'item', id: item.id, field: 'blurb' },
        },
      ]
    })
  })
}
