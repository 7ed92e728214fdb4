import { generateKeyBetween } from 'fractional-indexing'
import type { Answer, Request } from '@/components/editor/core/connection'
import type { LoadedIssue } from '@/components/editor/core/state'
import { emptyItem } from '@/lib/issues/rules'
import { type ItemContent, itemContentSchema } from '@/lib/issues/schema'
import { groupOf, keyAtPlace, keysAtPlace, type Sibling } from '@/lib/order/rules'
import type { Place } from '@/lib/order/schema'
import { mergeSave, raiseVersions, type Versioned } from '@/lib/versions/rules'

type Row = Versioned & { text: ItemContent; sectionId: string; position: string; removedBy: string | null }
type Body = {
  commandId: string
  version: number
  fields: Partial<ItemContent>
  id: string
  sectionId: string
}
type Refusal = {
  status: number
  code: string
  detail?: Record<string, unknown>
  fields?: Record<string, string>
}

export const ISSUE = 'issue'
export const SECTIONS = ['articles', 'outages']

/** The studio's API in memory, on the same rules of order and versions as the real one, for the client's core. */
export class FakeServer {
  readonly items = new Map<string, Row>()
  /** What is in the inbox, by id. */
  readonly captures = new Map<string, Partial<ItemContent>>()
  /** What was carried out, by command id: a retry is answered, not repeated. */
  private readonly receipts = new Map<string, Answer>()
  /** Commands as they arrived. */
  readonly seen: Request[] = []

  constructor(texts: Partial<ItemContent>[] = []) {
    for (const [index, text] of texts.entries()) {
      const last = [...this.items.values()].at(-1)?.position ?? null
      const position = generateKeyBetween(last, null)
      const row = { version: 0, fieldVersions: {}, sectionId: SECTIONS[0] ?? '', position, removedBy: null }
      this.items.set(`item-${index}`, { ...row, text: { ...emptyItem, ...text } })
    }
  }

  loaded(): LoadedIssue {
    const item = ([id, { text, version }]: [string, Row]) => ({ ...text, id, version })
    return {
      id: ISSUE,
      state: 'DRAFT',
      number: 42,
      slug: 'issue-42',
      title: 'Issue 42',
      subject: '',
      preheader: '',
      intro: '',
      outro: '',
      date: '2026-11-22',
      lang: null,
      dir: null,
      scheduledAt: null,
      scheduledWall: null,
      scheduledZone: null,
      heldReason: null,
      version: 0,
      sponsorParts: [],
      slots: [],
      published: null,
      sections: SECTIONS.map((id) => ({
        id,
        title: id,
        layout: 'articles',
        version: 0,
        items: this.rowsOf(id).map(item),
      })),
    }
  }

  order(sectionId = SECTIONS[0] ?? ''): string[] {
    return this.rowsOf(sectionId).map(([id]) => id)
  }

  answer(request: Request): Answer {
    if (request.method === 'GET') return ok(this.loaded())
    this.seen.push(request)
    const body = request.body as Body
    const known = this.receipts.get(body.commandId)
    if (known) return known
    const answer = this.run(request.path, body)
    if (answer.kind === 'ok') this.receipts.set(body.commandId, answer)
    return answer
  }

  private run(path: string, body: Body): Answer {
    const [, , table, id = '', verb] = path.split('/')
    if (table === 'sections' && verb === 'items') return this.add(id, body)
    if (table === 'captures') return id === 'place' ? this.place(body) : this.takeBack(body)
    if (table !== 'items') return ok({ version: body.version + 1, unseen: {} })
    const row = this.items.get(id)
    if (!row) return refuse({ status: 404, code: 'not_found' })
    if (verb === 'restore') return this.restore(id, row, body)
    if (row.removedBy) return refuse({ status: 409, code: 'removed' })
    if (verb === 'remove' || verb === 'to-inbox') {
      row.removedBy = body.commandId
      if (verb === 'to-inbox') this.captures.set(id, row.text)
      return ok({ removalId: body.commandId })
    }
    return verb === 'move' ? this.move(id, body) : this.save(row, body)
  }

  private save(row: Row, { version, fields }: Body): Answer {
    const parsed = itemContentSchema.partial().safeParse(fields)
    if (!parsed.success) return refuse({ status: 422, code: 'invalid', fields: { blurb: 'Too long.' } })
    const merge = mergeSave(row.text, row, version, fields)
    if (Object.keys(merge.conflicts).length > 0) {
      const detail = { version: row.version, conflicts: merge.conflicts, unseen: merge.unseen }
      return refuse({ status: 409, code: 'conflict', detail })
    }
    Object.assign(row, raiseVersions(row, merge.changed), { text: { ...row.text, ...merge.changed } })
    return ok({ version: row.version, unseen: merge.unseen })
  }

  private add(sectionId: string, { id, fields, ...body }: Body): Answer {
    const { place } = body as unknown as { place: Place }
    const position = keyAtPlace(this.siblings(sectionId), place, fields.tied)
    const text = { ...emptyItem, ...fields }
    this.items.set(id, { version: 0, fieldVersions: {}, text, sectionId, position, removedBy: null })
    return ok({ id, version: 0 })
  }

  private place({ commandId, sectionId, ...body }: Body): Answer {
    const { captures, place } = body as unknown as {
      captures: { id: string; itemId: string }[]
      place: Place
    }
    for (const { id, itemId } of captures) {
      const fields = this.captures.get(id)
      if (!fields) return refuse({ status: 409, code: 'wrong_state' })
      this.captures.delete(id)
      this.add(sectionId, { id: itemId, fields, commandId, place } as unknown as Body)
    }
    return ok({ moveId: commandId })
  }

  private takeBack(body: Body): Answer {
    const { moveId } = body as unknown as { moveId: string }
    const [id, row] = [...this.items].find(([, { removedBy }]) => removedBy === moveId) ?? []
    if (!id || !row) return refuse({ status: 409, code: 'wrong_state' })
    this.captures.delete(id)
    const answer = this.restore(id, row, { removalId: moveId } as unknown as Body)
    return answer.kind === 'ok' ? ok({ undone: [id], restored: answer.body }) : answer
  }

  private move(id: string, { sectionId, ...body }: Body): Answer {
    const { place } = body as unknown as { place: Place }
    const from = this.items.get(id)?.sectionId ?? ''
    const group = groupOf(this.siblings(from), id)
    const moving = group.map((row) => row.id)
    const siblings = this.siblings(sectionId).filter((row) => !moving.includes(row.id))
    const keys = keysAtPlace(siblings, place, group.length, group[0]?.tied)
    for (const [index, other] of moving.entries()) {
      const row = this.items.get(other)
      if (row) Object.assign(row, { sectionId, position: keys[index] })
    }
    return ok({ order: this.order(sectionId) })
  }

  private restore(id: string, row: Row, { ...body }: Body): Answer {
    const { removalId } = body as unknown as { removalId: string }
    if (row.removedBy !== removalId) return refuse({ status: 409, code: 'wrong_state' })
    const taken = this.siblings(row.sectionId).find((other) => other.position === row.position)
    if (taken) row.position = keyAtPlace(this.siblings(row.sectionId), { after: taken.id }, true)
    Object.assign(row, { removedBy: null, version: row.version + 1 })
    const item = { ...row.text, id, version: row.version }
    return ok({ item, sectionId: row.sectionId, order: this.order(row.sectionId) })
  }

  private rowsOf(sectionId: string): [string, Row][] {
    return [...this.items]
      .filter(([, row]) => row.sectionId === sectionId && row.removedBy === null)
      .sort(([, a], [, b]) => (a.position < b.position ? -1 : 1))
  }

  private siblings(sectionId: string): (Sibling & { tied: boolean })[] {
    return this.rowsOf(sectionId).map(([id, { position, text }]) => ({ id, position, tied: text.tied }))
  }
}

const ok = (body: unknown): Answer => ({ kind: 'ok', body: structuredClone(body) })
const refuse = ({ status, code, detail = {}, fields = {} }: Refusal): Answer => ({
  kind: 'error',
  error: { status, code, message: `Refused: ${code}.`, fields, detail: structuredClone(detail) },
})
