import type { Request } from './connection'
import { type Doc, sectionOfItem } from './document'
import type { Op } from './operations'
import { placeAmong } from './ordering'

/** A change of structure on its way, in the order it was made; `op` draws it again after a reload. */
export type StructureCommand = { commandId: string; op: Op; request: Request }

/**
 * The request that carries out an operation that `applyOp` has turned `doc` into. Edits have none: they are saves.
 * `removalId` is the command that removed the row that comes back.
 */
export function requestOfOp(
  doc: Doc,
  op: Exclude<Op, { type: 'edit' }>,
  commandId: string,
  removalId: string | undefined,
): Request {
  const post = (path: string, body: object): Request => ({
    method: 'POST',
    path: `/api/${path}`,
    body: { commandId, ...body },
  })
  switch (op.type) {
    case 'place-item':
      if (op.capture) return placementOf(doc, op, op.capture, post, removalId)
      if (removalId) return post(`items/${op.id}/restore`, { removalId })
      return post(`sections/${op.spot.sectionId}/items`, {
        id: op.id,
        fields: op.text,
        place: itemPlace(doc, op.id),
      })
    case 'move-item':
      return post(`items/${op.id}/move`, { sectionId: op.spot.sectionId, place: itemPlace(doc, op.id) })
    case 'remove-item':
      if (op.toInbox) return post(`items/${op.id}/to-inbox`, { asBefore: op.toInbox === 'was' })
      return post(`items/${op.id}/remove`, {})
    case 'place-section':
      if (removalId) return post(`sections/${op.id}/restore`, { removalId })
      return post(`issues/${doc.issueId}/sections`, {
        id: op.id,
        ...op.text,
        place: placeBetween(doc.sectionIds, op.id),
      })
    case 'move-section':
      return post(`sections/${op.id}/move`, { place: placeBetween(doc.sectionIds, op.id) })
    case 'remove-section':
      return post(`sections/${op.id}/remove`, {})
  }
}

/** An item that comes out of the inbox, made of what stands there by now: on the sheet may be what this page read before. */
function placementOf(
  doc: Doc,
  { id, spot }: Extract<Op, { type: 'place-item' }>,
  capture: { id: string } | 'back',
  post: (path: string, body: object) => Request,
  removalId: string | undefined,
): Request {
  if (capture === 'back') return post('captures/undo', { moveId: removalId })
  return post('captures/place', {
    sectionId: spot.sectionId,
    place: itemPlace(doc, id),
    captures: [{ id: capture.id, itemId: id }],
  })
}

/** The place of a row that stands in order already, by its neighbours; of a group, by those around it. */
function placeBetween(ids: readonly string[], id: string, group: readonly string[] = [id]) {
  const after = ids[ids.indexOf(id) - 1] ?? null
  return placeAmong(
    ids.filter((other) => !group.includes(other)),
    after,
  )
}

function itemPlace(doc: Doc, id: string) {
  const ids = doc.itemIds[sectionOfItem(doc, id) ?? ''] ?? []
  const start = ids.indexOf(id)
  let end = start + 1
  while (end < ids.length && doc.items[ids[end] ?? '']?.tied) end += 1
  return placeBetween(ids, id, ids.slice(start, end))
}
