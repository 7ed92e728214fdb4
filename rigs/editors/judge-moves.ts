import type { EditorLog, FinalItem, MoveEvent } from './history'

function judgeMove({ itemId, after, order }: MoveEvent): string[] {
  const at = order.indexOf(itemId)
  if (at < 0) return ['a moved item is not in its section']
  if (new Set(order).size !== order.length) return ['an order names an item twice']
  if (after === null) return at === 0 ? [] : ['an item moved to the top is not first']
  const neighbour = order.indexOf(after)
  return neighbour < 0 || at === neighbour + 1 ? [] : ['an item is not after the neighbour that was named']
}

/** Whoever moved an item last has put it where it is; with two editors that is one of their last targets. */
function isAtATarget(logs: EditorLog[], item: FinalItem, home: string): boolean {
  const targets = logs.flatMap(
    (log) =>
      log.findLast((event): event is MoveEvent => event.kind === 'move' && event.itemId === item.id) ?? [],
  )
  return targets.length === 0
    ? item.sectionId === home
    : targets.some((target) => target.sectionId === item.sectionId)
}

/** @param home of each item before anybody moved it */
export function judgeMoves(logs: EditorLog[], items: FinalItem[], home: Map<string, string>): string[] {
  const places = items.map((item) => `${item.sectionId} ${item.position}`)
  const moves = logs.flat().filter((event): event is MoveEvent => event.kind === 'move')
  const lost = items.filter((item) => !isAtATarget(logs, item, home.get(item.id) ?? ''))
  return [
    ...(items.length === home.size ? [] : [`${items.length} items are left of ${home.size}`]),
    ...(new Set(places).size === places.length ? [] : ['two items have one place']),
    ...lost.map(() => 'an item is where nobody put it last'),
    ...moves.flatMap(judgeMove),
  ]
}
