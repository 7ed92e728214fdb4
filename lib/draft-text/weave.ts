/** Ids of sections, each with those of its items, in order. */
export type Order = { id: string; items: string[] }[]

export const idsOfOrder = (order: Order) => order.flatMap(({ id, items }) => [id, ...items])

/** The order without the rows that `keep` refuses. */
export function sift(order: Order, keep: (id: string) => boolean): Order {
  return order.filter(({ id }) => keep(id)).map(({ id, items }) => ({ id, items: items.filter(keep) }))
}

/** Whether two orders are the same for all rows that both have. */
export function sameOrder(one: Order, other: Order): boolean {
  const [a, b] = [new Set(idsOfOrder(one)), new Set(idsOfOrder(other))]
  return JSON.stringify(sift(one, (id) => b.has(id))) === JSON.stringify(sift(other, (id) => a.has(id)))
}

/** The list with `id` after the nearest of the ids before it in `source`; first where there is none. */
function after(list: string[], id: string, source: string[]): string[] {
  const before = source.slice(0, source.indexOf(id)).findLast((each) => list.includes(each))
  const at = before === undefined ? 0 : list.indexOf(before) + 1
  return [...list.slice(0, at), id, ...list.slice(at)]
}

/** Puts the rows that only `source` has into `main`, each where it stands there: after the same row, in the same section. */
export function weave(main: Order, source: Order): Order {
  const has = new Set(idsOfOrder(main))
  let sectionIds = main.map(({ id }) => id)
  const items = new Map(main.map((section) => [section.id, section.items]))
  for (const { id } of source) {
    if (has.has(id)) continue
    sectionIds = after(
      sectionIds,
      id,
      source.map((section) => section.id),
    )
    items.set(id, [])
  }
  for (const section of source)
    for (const item of section.items)
      if (!has.has(item)) items.set(section.id, after(items.get(section.id) ?? [], item, section.items))
  return sectionIds.map((id) => ({ id, items: items.get(id) ?? [] }))
}
