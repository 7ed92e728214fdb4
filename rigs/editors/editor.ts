import { randomUUID } from 'node:crypto'
import { systemActor } from '@/lib/accounts/schema'
import { AppError } from '@/lib/errors/app-error'
import { moveItem } from '@/lib/issues/commands/move-item'
import { saveItem } from '@/lib/issues/commands/save-item'
import { type Random, seededRandom } from '@/rigs/random'
import type { EditEvent, EditorLog, SomeTexts, Texts } from './history'
import { textFields } from './history'

export type EditInput = {
  seed: number
  editor: string
  sectionIds: string[]
  itemIds: string[]
  texts: Texts
  operations: number
}

type Row = { version: number; texts: Texts }
type Desk = { input: EditInput; random: Random; rows: Map<string, Row>; written: number }

const onlyTexts = (fields: Record<string, unknown>): SomeTexts =>
  Object.fromEntries(textFields.flatMap((field) => (field in fields ? [[field, fields[field]]] : [])))

/** One field or two, each with a text that nobody else writes. */
function newTexts({ input, random, ...desk }: Desk, itemId: string): SomeTexts {
  const chosen = new Set([random.pick(textFields), ...(random.chance(0.3) ? [random.pick(textFields)] : [])])
  return Object.fromEntries(
    [...chosen].map((field) => [field, `${input.editor} ${desk.written} ${field} ${itemId.slice(0, 4)}`]),
  )
}

async function save(desk: Desk, itemId: string): Promise<EditEvent> {
  const row = desk.rows.get(itemId)
  if (!row) throw new Error('No such item on the desk')
  desk.written += 1
  const { version: base } = row
  const fields = newTexts(desk, itemId)
  try {
    const saved = await saveItem(actorOf(desk), {
      commandId: randomUUID(),
      id: itemId,
      version: base,
      fields,
    })
    row.version = saved.version
    row.texts = { ...row.texts, ...fields, ...onlyTexts(saved.unseen) }
    return { kind: 'save', itemId, base, fields, version: saved.version, view: row.texts }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    return settle(row, itemId, base, fields, error)
  }
}

type Conflict = {
  version: number
  conflicts: Record<string, { theirs: unknown }>
  unseen: Record<string, unknown>
}

/** Takes the other's text, as somebody does who presses “theirs”, and goes on from there. */
function settle(row: Row, itemId: string, base: number, fields: SomeTexts, error: AppError): EditEvent {
  const { version, conflicts, unseen } = error.detail as Conflict
  const theirs = onlyTexts(
    Object.fromEntries(Object.entries(conflicts).map(([field, texts]) => [field, texts.theirs])),
  )
  row.version = version
  row.texts = { ...row.texts, ...theirs, ...onlyTexts(unseen) }
  return { kind: 'conflict', itemId, base, fields, version, theirs, view: row.texts }
}

async function move({ input, random, ...desk }: Desk, itemId: string): Promise<EditEvent> {
  const sectionId = random.pick(input.sectionIds)
  const others = input.itemIds.filter((id) => id !== itemId)
  const after = random.chance(0.2) ? null : random.pick(others)
  const call = { commandId: randomUUID(), id: itemId, sectionId, place: { after } }
  const { order } = await moveItem(actorOf({ input, random, ...desk }), call)
  return { kind: 'move', itemId, sectionId, after, order }
}

const actorOf = ({ input }: Desk) => systemActor(input.editor)

/** Works on an issue for a while as one editor: saves and moves, each from what this editor last saw. */
export async function editAtRandom(input: EditInput): Promise<EditorLog> {
  const random = seededRandom(input.seed)
  const rows = new Map(input.itemIds.map((id) => [id, { version: 0, texts: input.texts }]))
  const desk: Desk = { input, random, rows, written: 0 }
  const log: EditorLog = []
  for (let done = 0; done < input.operations; done += 1) {
    const itemId = random.pick(input.itemIds)
    const [what, act] = random.chance(0.65) ? (['save', save] as const) : (['move', move] as const)
    const event = await act(desk, itemId).catch((error: AppError) => ({
      kind: 'failure' as const,
      what,
      code: String(error.code),
      message: error.message,
    }))
    log.push(event)
  }
  return log
}
