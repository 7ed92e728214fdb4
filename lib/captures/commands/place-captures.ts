import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { serviceNames } from '@/lib/archive/service-names'
import { recordAudit } from '@/lib/audit/audit'
import { canSortCaptures } from '@/lib/captures/policy'
import { itemOfCapture, nameInList } from '@/lib/captures/rules'
import type { placeCapturesSchema } from '@/lib/captures/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { addItems } from '@/lib/issues/commands/add-item'
import { type ItemFields, itemFieldsSchema, type SectionContent } from '@/lib/issues/schema'
import { canonicalLink } from '@/lib/links/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { dayOf } from '@/lib/times/rules'
import { type HeldCapture, holdCaptures, placeHeld } from './held'
import { refuseNone, type Sorted } from './sort-captures'

type Input = z.infer<typeof placeCapturesSchema>
type Pair = { capture: HeldCapture; id: string; fields: ItemFields }

/** A section that items go into. `date` of its issue, `YYYY-MM-DD`. */
export type TargetSection = SectionContent & { issueId: string; date: string }
/** How empty blurbs of items begin, by address: what memory tells, which is built on the inbox. */
export type FindBeginnings = (
  tx: Tx,
  items: readonly ItemFields[],
  section: TargetSection,
) => Promise<ReadonlyMap<string, string>>

/**
 * Makes items of captures, in the order given, at a place of a section; without a place at its end.
 * @throws AppError `forbidden`, `not_found`, `removed`; `wrong_state` where all were placed meanwhile
 */
export async function placeCaptures(
  actor: Actor,
  input: Input,
  findBeginnings: FindBeginnings = async () => new Map(),
): Promise<Sorted & { items: { id: string; captureId: string }[] }> {
  authorize(canSortCaptures(actor))
  const { commandId, sectionId, place } = input
  return runCommand(actor, { id: commandId, name: 'place-captures' }, async (tx) => {
    const held = await holdCaptures(
      tx,
      input.captures.map(({ id }) => id),
    )
    const loose = held.filter(({ state }) => state !== 'PLACED')
    refuseNone(held, loose)
    const section = await readSection(tx, sectionId)
    const pairs = input.captures.flatMap(({ id, itemId }): Pair[] => {
      const capture = loose.find((row) => row.id === id)
      return capture ? [{ capture, id: itemId, fields: fieldsOf(capture) }] : []
    })
    const named = section.layout === 'list' ? await inList(tx, pairs) : pairs
    const fields = named.map((pair) => pair.fields)
    const beginnings = await findBeginnings(tx, fields, section)
    const items = named.map((pair) => ({ ...pair, fields: begun(pair.fields, beginnings) }))
    await addItems(actor, { sectionId, place, items }, tx)
    const captures = items.map(({ capture }) => capture)
    const itemIds = items.map(({ id }) => id)
    await placeHeld(tx, commandId, captures, { itemIds, issueId: section.issueId })
    const moved = captures.map(({ id }) => id)
    const detail = { captures: moved, issueId: section.issueId, sectionId }
    const [subjectId = ''] = moved
    await recordAudit(tx, actor, { action: 'place-captures', subject: 'capture', subjectId, detail })
    return {
      moveId: commandId,
      moved,
      items: items.map(({ id, capture }) => ({ id, captureId: capture.id })),
    }
  })
}

/** @throws AppError `invalid` where quote and note together are more than a blurb holds */
function fieldsOf(capture: HeldCapture): ItemFields {
  const parsed = itemFieldsSchema.safeParse(itemOfCapture(capture))
  if (parsed.success) return parsed.data
  throw new AppError('invalid', parsed.error.issues[0]?.message ?? 'This can’t become an item as it is.')
}

async function readSection(tx: Tx, id: string): Promise<TargetSection> {
  const select = { issueId: true, layout: true, title: true, issue: { select: { date: true } } } as const
  const section = await tx.section.findUnique({ where: { id }, select })
  if (!section) throw notFound('section')
  const { issue, ...content } = section
  return { ...content, date: dayOf(issue.date) }
}

/** Rows of a list are called after their services, out of what readers have. */
async function inList(tx: Tx, pairs: readonly Pair[]): Promise<Pair[]> {
  const hostOf = ({ capture }: Pair) => canonicalLink(capture.url)?.host ?? ''
  const services = await serviceNames(tx, pairs.map(hostOf))
  return pairs.map((pair) => {
    const service = services.get(hostOf(pair)) ?? ''
    return { ...pair, fields: { ...pair.fields, headline: nameInList(pair.capture, service) } }
  })
}

function begun(fields: ItemFields, beginnings: ReadonlyMap<string, string>): ItemFields {
  const beginning = fields.blurb ? undefined : beginnings.get(fields.url ?? '')
  return beginning === undefined ? fields : { ...fields, blurb: beginning }
}
