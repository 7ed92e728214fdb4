import { emptyItem } from '@/lib/issues/rules'
import type { DraftItem, DraftSection } from '@/lib/issues/schema'
import type { ApiError, Connection, Final } from './connection'
import { type Doc, itemText, type RowRef, sameValue, sectionText } from './document'
import type { Journal } from './journal'
import { type StateBox, screenOf } from './state'
import type { StructureCommand } from './structure'
import { type Fields, rebaseRow } from './sync'

type Result = {
  version?: number
  order?: string[]
  sectionId?: string
  item?: DraftItem
  section?: DraftSection
  /** Of what is taken back out of the inbox: the item as it is there again. */
  restored?: Result | null
}

/** Sends changes of structure one after the other, in the order in which they were made. */
export class StructureQueue {
  private running = false
  private readonly waiting = new Map<string, (refusal: ApiError | null) => void>()
  /** Counts what was ever queued, so that an answer that is older than a change can be told. */
  count = 0

  constructor(
    private readonly box: StateBox,
    private readonly connection: Connection,
    private readonly journal: Journal,
    private readonly hooks: {
      /** The row can be saved now. */
      onRow: (row: RowRef) => void
      /** The server's structure is not what we thought. */
      onDoubt: () => void
    },
  ) {}

  add(...commands: StructureCommand[]): void {
    this.count += commands.length
    this.set([...this.box.state.queue, ...commands])
    void this.run()
  }

  /** Resolves when the server has answered the last change of a row that is on its way; with its refusal, if that is one. */
  answerFor(id: string): Promise<ApiError | null> {
    const last = this.box.state.queue.findLast(({ op }) => op.type !== 'edit' && op.id === id)
    if (!last) return Promise.resolve(null)
    return new Promise((resolve) => this.waiting.set(last.commandId, resolve))
  }

  private set(queue: readonly StructureCommand[]): void {
    this.journal.queue(queue)
    this.box.set({ queue, kept: this.journal.ok })
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      for (let head = this.box.state.queue[0]; head; head = this.box.state.queue[0]) {
        await this.untilReady(head)
        const answer = await this.connection.request(head.request)
        this.set(this.box.state.queue.slice(1))
        this.take(head, answer)
      }
    } finally {
      this.running = false
    }
  }

  /** Takes an answer in. One that can't be is no reason for what waits behind it to stay: the issue is loaded anew. */
  private take(head: StructureCommand, answer: Final): void {
    try {
      if (answer.kind === 'error') this.fail(head, answer.error)
      else this.succeed(head, answer.body as Result)
    } catch {
      this.box.set({
        notice: { text: 'The server’s answer could not be read. What it holds is loaded anew.' },
      })
      this.hooks.onDoubt()
    }
    this.waiting.get(head.commandId)?.(answer.kind === 'error' ? answer.error : null)
    this.waiting.delete(head.commandId)
  }

  /** What goes into the inbox goes with the text that is on its way; what is moved, with what is being tied to it. */
  private untilReady({ op }: StructureCommand): Promise<void> {
    const isReady = () => {
      const { sync } = this.box.state
      if (op.type === 'remove-item' && op.toInbox) return !sync[op.id]?.sending
      if (op.type !== 'move-item') return true
      return !Object.values(sync).some(({ sending }) => sending && 'tied' in sending.fields)
    }
    return new Promise((resolve) => {
      const look = () => {
        if (!isReady()) return
        stop()
        resolve()
      }
      const stop = this.box.subscribe(look)
      look()
    })
  }

  private succeed({ op }: StructureCommand, result: Result): void {
    if (op.type === 'edit') return
    const { version, order, item, section, sectionId } = result.restored ?? result
    if (item) this.rebase({ kind: 'item', id: item.id }, item.version, itemText(item))
    else if (section) this.rebaseSection(section)
    else if (version !== undefined) this.raise(op.id, version)
    if (order && this.box.state.queue.length === 0) this.takeOrder(order, sectionId ?? targetOf(op))
    if (op.type === 'place-item') this.hooks.onRow({ kind: 'item', id: op.id })
    if (op.type === 'place-section') this.hooks.onRow({ kind: 'section', id: op.id })
  }

  private raise(id: string, version: number): void {
    const sync = this.box.state.sync[id]
    if (sync) this.box.setSync(id, { ...sync, version: Math.max(version, sync.version) })
  }

  private rebaseSection(section: DraftSection): void {
    this.rebase({ kind: 'section', id: section.id }, section.version, sectionText(section))
    for (const item of section.items) {
      this.rebase({ kind: 'item', id: item.id }, item.version, itemText(item))
      this.hooks.onRow({ kind: 'item', id: item.id })
    }
    const mine = this.box.state.doc.itemIds[section.id]
    if (
      mine &&
      !sameValue(
        mine,
        section.items.map((item) => item.id),
      )
    )
      this.hooks.onDoubt()
  }

  private rebase(row: RowRef, version: number, values: Fields): void {
    const { sync, doc } = this.box.state
    const known = sync[row.id]
    const screen = screenOf(doc, row)
    if (known && Object.keys(screen).length > 0)
      this.box.setSync(row.id, rebaseRow(known, screen, version, values))
  }

  /** The server's order of what moved; what it names that isn't here was added by somebody else. */
  private takeOrder(order: string[], sectionId: string | null): void {
    const { doc } = this.box.state
    const known = sectionId === null ? doc.sectionIds : (doc.itemIds[sectionId] ?? [])
    if (sameValue(known, order)) return
    const sameRows = sameValue([...known].sort(), [...order].sort())
    if (sameRows) this.box.set({ doc: withOrder(doc, order, sectionId) })
    else this.hooks.onDoubt()
  }

  private fail({ op }: StructureCommand, error: ApiError): void {
    const gone = error.code === 'removed' || error.code === 'not_found'
    const removing = op.type === 'remove-item' || op.type === 'remove-section'
    if (!(gone && removing)) this.box.set({ notice: { text: error.message } })
    const isInInbox = op.type === 'place-item' && typeof op.capture === 'object'
    if (op.type === 'place-item' && !isInInbox) this.orphan({ kind: 'item', id: op.id }, emptyItem)
    if (op.type === 'place-section') {
      this.orphan({ kind: 'section', id: op.id }, { title: null, layout: 'articles' })
      for (const { id } of op.items) this.orphan({ kind: 'item', id }, emptyItem)
    }
    this.hooks.onDoubt()
  }

  /** A row that the server never took: all its text is unsaved, and the refresh that follows sets it aside. */
  private orphan(row: RowRef, empty: Fields): void {
    const { sync, doc } = this.box.state
    const known = sync[row.id]
    if (known)
      this.box.setSync(row.id, rebaseRow(known, { ...empty, ...screenOf(doc, row) }, known.version, empty))
  }
}

function targetOf(op: StructureCommand['op']): string | null {
  return op.type === 'move-item' || op.type === 'place-item' ? op.spot.sectionId : null
}

function withOrder(doc: Doc, order: string[], sectionId: string | null): Doc {
  return sectionId === null
    ? { ...doc, sectionIds: order }
    : { ...doc, itemIds: { ...doc.itemIds, [sectionId]: order } }
}
