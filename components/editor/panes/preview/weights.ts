import { nameOfItem } from '@/lib/issues/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import type { FindingPlace } from '@/lib/preflight/rules'
import type { EmailPart } from '@/lib/render/email/rows'
import type { WrittenEmail } from './compose-email'

/** What a part of the issue takes of its mail. `where`: its place in the editor; null where nobody can shorten it there. */
export type Weight = { key: string; name: string; bytes: number; where: FindingPlace | null }

type Weighed = Pick<WrittenEmail, 'bytes'> & { rows: { part: EmailPart; bytes: number }[] }

/** The parts of a mail, the heaviest first: what stands around the issue is one of them. */
export function weighParts({ rows, bytes }: Weighed, draft: IssueDraft): Weight[] {
  const inside = rows.reduce((sum, row) => sum + row.bytes, 0)
  const items = new Map(draft.sections.flatMap((section) => section.items.map((item) => [item.id, item])))
  const parts = rows.flatMap(({ part, bytes: own }) => {
    const named = nameOf(part, draft, items)
    return named ? [{ key: `${part.kind} ${part.id}`, bytes: own, ...named }] : []
  })
  const frame = { key: 'frame', name: 'What every email needs', bytes: bytes - inside, where: null }
  const unnamed = inside - parts.reduce((sum, part) => sum + part.bytes, 0)
  return [...parts, { ...frame, bytes: frame.bytes + unnamed }].sort((a, b) => b.bytes - a.bytes)
}

/** The heaviest part of a mail that can be shortened in the editor. */
export function heaviestPart(email: Weighed, draft: IssueDraft) {
  const found = weighParts(email, draft).find(({ where }) => where !== null)
  return found?.where ? { ...found, where: found.where } : null
}

/** The sections of a mail with all that is in them, the heaviest first. */
export function weighSections({ rows }: Weighed, draft: IssueDraft): Weight[] {
  const sizes = new Map(rows.map(({ part, bytes }) => [`${part.kind} ${part.id}`, bytes]))
  return draft.sections
    .map(({ id, title, items }): Weight => {
      const keys = [`section ${id}`, `list ${id}`, ...items.map((item) => `item ${item.id}`)]
      const bytes = keys.reduce((sum, key) => sum + (sizes.get(key) ?? 0), 0)
      return { key: id, name: title?.trim() || 'Untitled section', bytes, where: placeOfSection(id) }
    })
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes)
}

const placeOfSection = (id: string): FindingPlace => ({ kind: 'section', id, field: 'title' })

function nameOf(
  { kind, id }: EmailPart,
  draft: IssueDraft,
  items: ReadonlyMap<string, DraftItem>,
): Pick<Weight, 'name' | 'where'> | null {
  if (kind === 'item') {
    const item = items.get(id)
    return item ? { name: nameOfItem(item), where: { kind: 'item', id, field: 'blurb' } } : null
  }
  if (kind === 'list') {
    const section = draft.sections.find((one) => one.id === id)
    return { name: `Rows of ${section?.title?.trim() || 'an untitled list'}`, where: placeOfSection(id) }
  }
  if (kind === 'sponsor') {
    const part = draft.sponsorParts.find((one) => one.id === id)
    return { name: part?.sponsor ?? part?.label ?? 'A sponsor’s part', where: null }
  }
  if (kind === 'intro') return { name: 'Intro', where: { kind: 'issue', field: 'intro' } }
  if (kind === 'outro') return { name: 'Outro', where: { kind: 'issue', field: 'outro' } }
  return kind === 'foot' ? { name: 'Footer of the publication', where: null } : null
}
