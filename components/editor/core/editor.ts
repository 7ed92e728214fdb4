import { emptyItem } from '@/lib/issues/rules'
import type { ChangedRows } from '@/lib/presence/schema'
import { Connection, type Final, type Request, type Timers, type Transport } from './connection'
import { type RowRef, sameValue } from './document'
import { closeRun, rememberStep, type Step, stepOver } from './history'
import { Journal, type Store } from './journal'
import { Loader } from './loader'
import { News } from './news'
import { applyOp, type Op, rowsOfOp } from './operations'
import { placeBelow } from './ordering'
import { recoverKept } from './recover'
import { RowSaver } from './row-saver'
import { type EditorState, type LoadedIssue, StateBox, screenOf, stateOfIssue } from './state'
import { dirtyRows, shownRows } from './status'
import { requestOfOp } from './structure'
import { StructureQueue } from './structure-queue'
import { editField, fieldsToSend, newSync, resolveConflict } from './sync'

export type EditorTools = {
  transport: Transport
  store: Store | null
  timers: Timers
  newId: () => string
  now: () => number
  /** Wraps what comes in from others, so that the place where the person reads and writes stays put. */
  aroundMerge?: (merge: () => void) => void
}

/** One open issue: what the screen shows, what is undone and redone, and its way to the server. */
export class Editor {
  readonly box: StateBox
  readonly journal: Journal
  private readonly connection: Connection
  private readonly rows: RowSaver
  readonly structure: StructureQueue
  private readonly news: News
  private readonly loader: Loader

  constructor(
    loaded: LoadedIssue,
    userId: string,
    private readonly tools: EditorTools,
  ) {
    this.box = new StateBox(stateOfIssue(loaded))
    this.journal = new Journal(tools.store, userId, loaded.id, tools.newId())
    this.connection = new Connection(tools.transport, tools.timers, (connection) =>
      this.box.set({ connection }),
    )
    this.rows = new RowSaver(this.box, this.connection, this.journal, tools, () => void this.refresh())
    this.structure = new StructureQueue(this.box, this.connection, this.journal, {
      onRow: (row) => this.rows.flush(row),
      onDoubt: () => void this.refresh(),
    })
    this.news = new News(this.box, tools.timers, () => void this.refresh())
    const { box, connection, structure, journal } = this
    this.loader = new Loader(box, connection, structure, journal, tools, () => this.flush())
  }

  get state(): EditorState {
    return this.box.state
  }

  /** Does what a person asks for, at once on the screen. False when it can't be done. */
  perform(op: Op): boolean {
    if (op.type === 'edit' && sameValue(screenOf(this.state.doc, op.row)[op.field], op.value)) return true
    return this.box.together(() => {
      const inverse = this.carryOut(op)
      if (!inverse) return false
      const step: Step = { op, inverse, at: this.tools.now() }
      this.box.set({ history: rememberStep(this.state.history, step) })
      return true
    })
  }

  edit(row: RowRef, field: string, value: unknown): boolean {
    return this.perform({ type: 'edit', row, field, value })
  }

  /** Takes the last step back; answers the operation that did it. */
  undo(): Op | null {
    const { done, undone } = this.state.history
    const step = done.at(-1)
    if (!step) return null
    const inverse = this.carryOutAgain(step.inverse, step.op)
    const next = inverse ? [...undone, { ...step, op: inverse }] : undone
    this.box.set({ history: { done: done.slice(0, -1), undone: next } })
    return inverse ? step.inverse : null
  }

  redo(): Op | null {
    const { done, undone } = this.state.history
    const step = undone.at(-1)
    if (!step) return null
    const inverse = this.carryOutAgain(step.op, step.inverse)
    const next = inverse ? [...done, { op: step.op, inverse, at: 0 }] : done
    this.box.set({ history: { done: next, undone: undone.slice(0, -1) } })
    return inverse ? step.op : null
  }

  /** The cursor is in a field now: what others write there waits until it has left. */
  enter(row: RowRef, field: string): void {
    this.box.together(() => {
      this.box.set({ at: row.id })
      this.rows.focus(row, field)
    })
  }

  /** The person left a field: save it, and let the next letter begin a step of its own. */
  leave(row: RowRef): void {
    this.box.together(() => {
      this.box.set({ history: closeRun(this.state.history), at: null })
      this.rows.focus(row, null)
      this.rows.flush(row)
    })
  }

  /** Versions that rows have on the server now; null: anything may be different there. */
  hear(rows: ChangedRows): void {
    this.news.hear(rows)
  }

  resolve(row: RowRef, field: string, value: unknown): void {
    const sync = this.state.sync[row.id]
    const applied = applyOp(this.state.doc, { type: 'edit', row, field, value })
    if (!sync || !applied) return
    this.box.setSync(row.id, resolveConflict(sync, field, value), applied.doc)
    this.loader.noteChange()
    this.rows.keep(row)
    this.rows.flush(row)
  }

  /** Saves everything that waits, without the pause. */
  flush(): void {
    for (const row of dirtyRows(this.state)) this.rows.flush(row)
  }

  /** Tries the server again now. */
  wake(): void {
    this.connection.wake()
  }

  /** Resolves when nothing more will be saved by itself: true if all is saved, false if something stands against it. */
  settle(): Promise<boolean> {
    this.flush()
    return new Promise((resolve) => {
      const look = () => {
        const { queue, connection } = this.state
        const rows = shownRows(this.state)
        const moving = queue.length > 0 || rows.some((row) => row.sending || fieldsToSend(row).length > 0)
        if (moving && connection === 'online') return
        stop()
        resolve(!moving && !dirtyRows(this.state).length)
      }
      const stop = this.box.subscribe(look)
      look()
    })
  }

  /** A command that is not an edit (publish, schedule …), over the same connection. */
  command(request: Request): Promise<Final> {
    return this.connection.request(request)
  }

  /** Loads the issue anew and takes in what others changed; resolves when what was asked for now has come. */
  refresh(): Promise<void> {
    return this.loader.refresh()
  }

  /** Takes up what earlier page views left unsaved; answers how many texts and changes that were. */
  recover(viewIds: readonly string[]): number {
    let count = 0
    for (const viewId of viewIds) {
      const before = Object.keys(this.state.strays).length
      const { state, queue, rows } = recoverKept(this.state, this.journal.read(viewId))
      count += queue.length + rows.length + Object.keys(state.strays).length - before
      this.box.set(state)
      for (const [id, stray] of Object.entries(state.strays)) this.journal.stray(id, stray)
      for (const { row } of rows) this.rows.keep(row)
      this.structure.add(...queue)
      if (queue.length + rows.length > 0) this.loader.noteChange()
      if (this.journal.ok) this.journal.forget(viewId)
      for (const { row, sending } of rows) {
        if (sending) void this.rows.send(row, sending)
        else this.rows.flush(row)
      }
    }
    return count
  }

  /** Puts text whose row somebody removed back as a new row. */
  putBack(strayId: string): string | null {
    const stray = this.state.strays[strayId]
    const { doc } = this.state
    const id = this.tools.newId()
    if (!stray) return null
    if (stray.kind === 'section') {
      const after = placeBelow(stray.after, doc.sectionIds)
      const text = { title: null, layout: stray.fields.layout === 'list' ? 'list' : 'articles' } as const
      this.perform({ type: 'place-section', id, text, items: [], after, again: false })
    } else {
      const sectionId = doc.sectionIds.find((known) => known === stray.sectionId) ?? doc.sectionIds[0]
      if (!sectionId) return null
      const spot = { sectionId, after: placeBelow(stray.after, doc.itemIds[sectionId] ?? []) }
      this.perform({ type: 'place-item', id, text: emptyItem, spot, again: false })
    }
    for (const [field, value] of Object.entries(stray.fields))
      this.edit({ kind: stray.kind, id }, field, value)
    this.dropStray(strayId)
    return id
  }

  dropStray(strayId: string): void {
    const { [strayId]: _dropped, ...strays } = this.state.strays
    this.journal.stray(strayId, null)
    this.box.set({ strays })
  }

  dispose(): void {
    this.connection.dispose()
  }

  /** Undoes or redoes over what others did since. `before`: the operation after which it was made. */
  private carryOutAgain(op: Op, before: Op): Op | null {
    if (op.type !== 'edit' || before.type !== 'edit') return this.carryOut(op)
    const over = stepOver(op, before.value, screenOf(this.state.doc, op.row)[op.field])
    if (!over) this.box.set({ notice: { text: 'Somebody else changed the same words since; they stay.' } })
    return over && this.carryOut(over)
  }

  /** Draws an operation and starts it on its way; answers what takes it back. */
  private carryOut(op: Op): Op | null {
    const applied = applyOp(this.state.doc, op)
    if (!applied) return null
    this.loader.noteChange()
    if (op.type === 'edit') {
      const sync = this.state.sync[op.row.id]
      if (sync) this.box.setSync(op.row.id, editField(sync, op.field, op.value), applied.doc)
      this.rows.touch(op.row)
      // A move may follow at once, and the server takes along what it knows to be tied.
      if (op.field === 'tied') this.rows.flush(op.row)
      return applied.inverse
    }
    if (op.type === 'remove-item' && op.toInbox) this.rows.flush({ kind: 'item', id: op.id })
    const touched = rowsOfOp(this.state.doc, op)
    const commandId = this.tools.newId()
    const { removals } = this.state
    const request = requestOfOp(applied.doc, op, commandId, removals[op.id])
    const removing = op.type === 'remove-item' || op.type === 'remove-section'
    const { [op.id]: _back, ...others } = removals
    const placing = op.type === 'place-item' || op.type === 'place-section'
    this.box.set({
      doc: applied.doc,
      removals: removing ? { ...removals, [op.id]: commandId } : placing ? others : removals,
      sync: placing ? { [op.id]: newSync(0, op.text), ...this.state.sync } : this.state.sync,
    })
    for (const row of touched) this.rows.keep(row)
    this.structure.add({ commandId, op, request })
    return applied.inverse
  }
}
