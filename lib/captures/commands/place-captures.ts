import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { serviceNames } from '@/lib/archive/service-names'
import { recordAudit } from '@/lib/audit/audit'
import { canSortCaptures } from '@/lib/captures/policy'
import { isOwnTitle, itemOfCapture } from '@/lib/captures/rules'
import type { placeCapturesSchema } from '@/lib/captures/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { addItem } from '@/lib/issues/commands/add-item'
import { type ItemFields, itemFieldsSchema } from '@/lib/issues/schema'
import { canonicalLink } from '@/lib/links/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { type HeldCapture, holdCaptures, moveHeld, standsNowhere } from './held'
import { refuseNone, type Sorted } from './sort-captures'

type Input = z.infer<typeof placeCapturesSchema>

/**
 * Makes items of captures, in the order given, at a place of a section; without a place at its end.
 * @throws AppError `forbidden`, `not_found`, `removed`; `wrong_state` where all were placed meanwhile
 */
export async function placeCaptures(
  actor: Actor,
  input: Input,
): Promise<Sorted & { items: { id: string; captureId: string }[] }> {
  authorize(canSortCaptures(actor))
  return runCommand(actor, { id: input.commandId, name: 'place-captures' }, async (tx) => {
    const held = await holdCaptures(
      tx,
      input.captures.map(({ id }) => id),
    )
    const loose = held.filter(({ state }) => state !== 'PLACED')
    refuseNone(held, loose)
    const { issueId, layout } = await readSection(tx, input.sectionId)
    const services = layout === 'list' ? await servicesOf(tx, loose) : null
    const items: { id: string; captureId: string }[] = []
    let { place } = input
    for (const { id, itemId, fields } of input.captures) {
      const capture = loose.find((row) => row.id === id)
      if (!capture) continue
      const item = {
        ...{ id: itemId, sectionId: input.sectionId, place },
        fields: services
          ? inList(fields ?? fieldsOf(capture), capture, services)
          : (fields ?? fieldsOf(capture)),
      }
      await addItem(actor, { commandId: input.commandId, ...item }, tx)
      await moveHeld(tx, input.commandId, [capture], { ...standsNowhere, state: 'PLACED', itemId, issueId })
      items.push({ id: itemId, captureId: id })
      place = { after: itemId }
    }
    const moved = items.map(({ captureId }) => captureId)
    const detail = { captures: moved, issueId, sectionId: input.sectionId }
    await recordAudit(tx, actor, {
      action: 'place-captures',
      subject: 'capture',
      subjectId: moved[0] ?? '',
      detail,
    })
    return { moveId: input.commandId, moved, items }
  })
}

/** @throws AppError `invalid` where quote and note together are more than a blurb holds */
function fieldsOf(capture: HeldCapture): ItemFields {
  const parsed = itemFieldsSchema.safeParse(itemOfCapture(capture))
  if (parsed.success) return parsed.data
  throw new AppError('invalid', parsed.error.issues[0]?.message ?? 'This can’t become an item as it is.')
}

async function readSection(tx: Tx, id: string) {
  const section = await tx.section.findUnique({ where: { id }, select: { issueId: true, layout: true } })
  if (!section) throw notFound('section')
  return section
}

const hostOf = ({ url }: HeldCapture) => canonicalLink(url)?.host ?? ''
const servicesOf = (tx: Tx, captures: readonly HeldCapture[]) => serviceNames(tx, captures.map(hostOf))

/** A row of a list is called after its service: never by the page’s title, whoever brought that along. */
function inList(fields: ItemFields, capture: HeldCapture, services: ReadonlyMap<string, string>): ItemFields {
  const isWritten = fields.headline !== capture.title || isOwnTitle(capture)
  return isWritten ? fields : { ...fields, headline: services.get(hostOf(capture)) ?? '' }
}
