import { checkFields, errorsByField } from './check-fields'
import type { ApiError, Connection, Timers } from './connection'
import { type RowRef, withText } from './document'
import type { Journal } from './journal'
import { settleConflicts } from './settle'
import { type StateBox, screenOf } from './state'
import {
  acceptSave,
  beginSave,
  conflictSave,
  type Fields,
  fieldsToSend,
  type RowSync,
  refuseSave,
  type Save,
  type Synced,
} from './sync'

/** Waits this long after a letter, and never longer than the second after the first, in ms. */
const PAUSE = 400
const LONGEST = 3_000

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const asFields = (value: unknown): Fields => (isFields(value) ? value : {})

/** Saves rows field by field: one save in flight for each row, the next with what changed meanwhile. */
export class RowSaver {
  private readonly pauses = new Map<string, { cancel: () => void; since: number }>()

  constructor(
    private readonly box: StateBox,
    private readonly connection: Connection,
    private readonly journal: Journal,
    private readonly tools: { timers: Timers; newId: () => string; now: () => number },
    /** The row, or its issue, is not on the server any more. */
    private readonly onRemoved: () => void,
  ) {}

  /** A field of the row changed: save it when the person pauses. */
  touch(row: RowRef): void {
    this.keep(row)
    const now = this.tools.now()
    const pause = this.pauses.get(row.id)
    pause?.cancel()
    const since = pause?.since ?? now
    const wait = Math.max(0, Math.min(PAUSE, since + LONGEST - now))
    this.pauses.set(row.id, { since, cancel: this.tools.timers(() => this.flush(row), wait) })
  }

  /** Saves what waits of this row now. */
  flush(row: RowRef): void {
    this.pauses.get(row.id)?.cancel()
    this.pauses.delete(row.id)
    const sync = this.box.state.sync[row.id]
    if (!sync || sync.sending || this.waitsForItself(row.id)) return
    const screen = screenOf(this.box.state.doc, row)
    const names = fieldsToSend(sync).filter((field) => field in screen)
    if (names.length === 0) return
    const raw = Object.fromEntries(names.map((field) => [field, screen[field]]))
    const { fields, errors } = checkFields(row.kind, raw)
    const checked = Object.keys(errors).length > 0 ? refuseSave(sync, screen, errors) : sync
    if (Object.keys(fields).length === 0) this.box.setSync(row.id, checked)
    else {
      const save = { commandId: this.tools.newId(), version: sync.version, fields, raw }
      this.box.setSync(row.id, beginSave(checked, save))
      this.keep(row)
      void this.send(row, save)
    }
  }

  /** The cursor is in this field of the row, or, null, in none. */
  focus(row: RowRef, field: string | null): void {
    this.apply(row, (sync) => ({ sync: { ...sync, focus: field }, screen: {} }))
  }

  /** Writes what is unsaved of the row to the browser. */
  keep(row: RowRef): void {
    const sync = this.box.state.sync[row.id]
    const screen = screenOf(this.box.state.doc, row)
    const names = sync?.dirty.filter((field) => field in screen) ?? []
    const here = Object.keys(screen).length > 0
    const unsaved = sync && here && (names.length > 0 || sync.sending)
    this.journal.row(
      row.id,
      unsaved
        ? {
            kind: row.kind,
            version: sync.version,
            fields: Object.fromEntries(names.map((field) => [field, screen[field]])),
            base: Object.fromEntries(names.map((field) => [field, sync.origins[field] ?? sync.base[field]])),
            sending: sync.sending,
            conflicts: Object.keys(sync.conflicts),
          }
        : null,
    )
    if (this.journal.ok !== this.box.state.kept) this.box.set({ kept: this.journal.ok })
  }

  /** Sends a save, also one whose answer was missed before a reload: the server answers what it did with it. */
  async send(row: RowRef, { commandId, version, fields }: Save): Promise<void> {
    const path = `/api/${row.kind}s/${row.id}`
    const answer = await this.connection.request({
      method: 'PATCH',
      path,
      body: { commandId, version, fields },
    })
    if (answer.kind === 'error') {
      if (!this.takeError(row, answer.error)) return
    } else {
      const body = asFields(answer.body)
      const accepted = { version: Number(body.version), unseen: asFields(body.unseen) }
      this.apply(row, (sync, screen) => acceptSave(sync, screen, accepted))
    }
    // What was typed meanwhile waits for its own pause.
    if (!this.pauses.has(row.id)) this.flush(row)
  }

  /** False when there is nothing to save into any more. */
  private takeError(row: RowRef, error: ApiError): boolean {
    if (error.code === 'removed' || error.code === 'not_found') {
      this.apply(row, (sync) => ({ sync: { ...sync, sending: null }, screen: {} }))
      this.onRemoved()
      return false
    }
    if (error.code === 'conflict') {
      const { version, conflicts, unseen } = error.detail
      const theirs = Object.fromEntries(
        Object.entries(asFields(conflicts)).map(([field, both]) => [field, asFields(both).theirs]),
      )
      this.apply(row, (sync, screen) =>
        conflictSave(sync, screen, { version: Number(version), theirs, unseen: asFields(unseen) }),
      )
    } else {
      this.apply(row, (sync, screen) => {
        const errors = errorsByField(error, Object.keys(sync.sending?.fields ?? {}))
        return { sync: refuseSave(sync, screen, errors), screen: {} }
      })
    }
    return true
  }

  private apply(row: RowRef, change: (sync: RowSync, screen: Fields) => Synced): void {
    const { sync, doc } = this.box.state
    const known = sync[row.id]
    if (!known) return
    const screen = screenOf(doc, row)
    const next = settleConflicts(change(known, screen), screen)
    const changed = Object.keys(next.screen).length > 0 ? withText(doc, row, next.screen) : doc
    this.box.setSync(row.id, next.sync, changed)
    this.box.tellMerged(next.merged)
    this.keep(row)
  }

  /** The row is not on the server yet, since what adds it or brings it back waits in the queue. */
  private waitsForItself(id: string): boolean {
    return this.box.state.queue.some(({ op }) => {
      if (op.type === 'place-item') return op.id === id
      return op.type === 'place-section' && (op.id === id || op.items.some((item) => item.id === id))
    })
  }
}
