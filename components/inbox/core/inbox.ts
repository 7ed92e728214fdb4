import { Box } from '@/components/editor/core/box'
import { type CaptureList, type CaptureRow, type CaptureView, MOST_AT_ONCE } from '@/lib/captures/schema'
import { keepSame, liftRows, missingIn, putBack, rangeOf, stepFrom, withFresh } from './rows'
import {
  type Done,
  type InboxFilter,
  type InboxState,
  type InboxTools,
  type Moved,
  startingState,
} from './state'
import { Texts } from './texts'

const MOST_UNDONE = 100

/**
 * The captures on the screen. What a person does shows at once; the server is told of it in the same order, and where it
 * refuses, the rows are back.
 */
export class Inbox {
  readonly box: Box<InboxState>
  /** What is typed into captures, and not saved yet. */
  readonly texts: Texts
  private turn: Promise<unknown> = Promise.resolve()
  private asked = 0
  private unsent = 0
  /** Rows whose command is on its way: a list that was read before it came still has them. */
  private readonly leaving = new Set<string>()

  constructor(
    list: CaptureList,
    filter: InboxFilter,
    private readonly tools: InboxTools,
  ) {
    this.box = new Box(startingState(list, filter))
    this.texts = new Texts(this, tools)
  }

  get state(): InboxState {
    return this.box.state
  }

  /** Whether something that a person did hasn't reached the server: it would be lost with the page. */
  get isSending(): boolean {
    return this.unsent > 0
  }

  /** Shows another view, or narrows this one. */
  show(change: Partial<InboxFilter>): Promise<void> {
    const filter = { ...this.state.filter, ...change }
    this.box.set({ filter, loading: 'list', failure: null, selected: [], editing: null })
    // After what is on its way, or the list would still have what was just sorted.
    return this.read(filter, null, (list) => ({
      rows: list.rows,
      next: list.next,
      current: list.rows[0]?.id ?? null,
    }))
  }

  /** The next page, under what is here. */
  more(): Promise<void> {
    const { filter, next, loading } = this.state
    if (next === null || loading !== 'no') return Promise.resolve()
    this.box.set({ loading: 'more', failure: null })
    return this.read(filter, next, (list) => {
      const known = new Set(this.state.rows.map(({ id }) => id))
      return { rows: [...this.state.rows, ...list.rows.filter(({ id }) => !known.has(id))], next: list.next }
    })
  }

  /** Takes in what came meanwhile, and leaves everything else as it stands. A row that is written in stays till it is saved. */
  refresh(): Promise<void> {
    return this.read(this.state.filter, null, (list) => {
      const { current, editing, texts } = this.state
      const { rows, next } = withFresh(this.state, list)
      const written = missingIn(this.state.rows, rows).filter(({ row }) => row.id in texts)
      const all = putBack({ rows, current }, written).rows
      const isThere = (id: string | null) => all.some((row) => row.id === id)
      return {
        rows: all,
        next,
        ...(isThere(current) ? {} : { current: all[0]?.id ?? null }),
        ...(isThere(editing) ? {} : { editing: null }),
      }
    })
  }

  /** Reads a page when its turn has come; of several that were asked for, only what the last one brings is taken. */
  private read(
    filter: InboxFilter,
    after: string | null,
    take: (list: CaptureList) => Partial<InboxState>,
  ): Promise<void> {
    this.asked += 1
    const { asked } = this
    return this.inTurn(async () => {
      if (asked !== this.asked) return
      try {
        const list = await this.tools.load({ ...filter, after })
        if (asked !== this.asked) return
        const rows = list.rows.filter(({ id }) => !this.leaving.has(id))
        const counts = this.leaving.size > 0 ? this.state.counts : list.counts
        const taken = take({ ...list, rows })
        const same = taken.rows && { rows: keepSame(this.state.rows, taken.rows) }
        this.box.set({ ...taken, ...same, counts, loading: 'no', failure: null })
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error)
        if (asked === this.asked) this.box.set({ loading: 'no', failure })
      }
    })
  }

  /** What keys and buttons are about: what is selected, else the current row. */
  targets(): string[] {
    const { selected, current } = this.state
    return selected.length > 0 ? [...selected] : current ? [current] : []
  }

  select(id: string): void {
    const { selected } = this.state
    const on = !selected.includes(id)
    this.box.set({ selected: on ? [...selected, id] : selected.filter((other) => other !== id) })
    this.tools.announce(`${this.state.selected.length} selected`)
  }

  /** Selects all from the row that was selected last, or is current, to this one; as many as can be moved at once. */
  selectTo(id: string): void {
    const { rows, selected, current } = this.state
    const range = rangeOf(rows, selected.at(-1) ?? current, id)
    this.box.set({ selected: [...new Set([...selected, ...range])].slice(0, MOST_AT_ONCE), current: id })
    this.tools.announce(`${this.state.selected.length} selected`)
  }

  /** Selects all that are listed here, as many as can be moved at once. */
  selectAll(): void {
    const ids = this.state.rows.map(({ id }) => id)
    this.box.set({ selected: [...new Set([...this.state.selected, ...ids])].slice(0, MOST_AT_ONCE) })
    this.tools.announce(`${this.state.selected.length} selected`)
  }

  say(text: string): void {
    this.tools.announce(text)
  }

  clearSelection(): void {
    this.box.set({ selected: [] })
  }

  step(by: -1 | 1): void {
    const current = stepFrom(this.state.rows, this.state.current, by)
    if (current !== null) this.box.set({ current, editing: null })
    if (current === this.state.rows.at(-1)?.id) void this.more()
  }

  /**
   * Takes rows off the list and tells the server. What was typed into them is saved first: where it can't be, they stay.
   * @param to the view they go to
   * @param atOnce whether it begins now, not when all before it has arrived
   */
  move(
    ids: readonly string[],
    to: CaptureView,
    says: string,
    work: (rows: CaptureRow[]) => Promise<Moved>,
    { atOnce = false } = {},
  ): void {
    const { filter, done, texts } = this.state
    const { lifted, ...rest } = liftRows(this.state, ids)
    if (lifted.length === 0) return
    const going = lifted.map(({ row }) => row.id)
    for (const id of going) this.leaving.add(id)
    const written = going.filter((id) => id in texts)
    const saved = Promise.all(written.map((id) => this.texts.save(id)))
    const entry: Done = {
      says,
      view: filter.view,
      to,
      lifted,
      takeBack: async () => (await sent)?.takeBack(),
    }
    const go = () => work(entry.lifted.map(({ row }) => row))
    const begun = atOnce && written.length === 0 ? go() : null
    const sent = this.send(async () => {
      try {
        return (await saved).includes(false) ? null : await (begun ?? go())
      } finally {
        for (const id of going) this.leaving.delete(id)
      }
    })
    this.box.set({
      ...rest,
      done: [...done, entry].slice(-MOST_UNDONE),
      selected: [],
      editing: null,
      asking: null,
    })
    this.count(filter.view, to, going.length)
    this.tools.announce(says)
    if (this.state.rows.length < 10) void this.more()
    sent.then(
      (answer) => (answer ? this.arrived(entry, answer.moved) : this.refused(entry)),
      (error: unknown) => {
        this.refused(entry)
        this.tools.complain(error)
      },
    )
  }

  /** Says of a move what somebody else was faster with. */
  private arrived(entry: Done, moved: readonly string[]): void {
    const lifted = entry.lifted.filter(({ row }) => moved.includes(row.id))
    const others = entry.lifted.length - lifted.length
    if (others === 0) return
    const told = { ...entry, lifted, says: `${entry.says}, but for ${others} that went elsewhere meanwhile` }
    const isAny = lifted.length > 0
    this.box.set({
      done: this.state.done.flatMap((other) => (other !== entry ? other : isAny ? told : [])),
    })
    if (isAny) this.tools.announce(told.says)
    void this.refresh()
  }

  private refused(entry: Done): void {
    this.box.set({ done: this.state.done.filter((other) => other !== entry) })
    this.bringBack(entry)
  }

  /** Takes the last step back, and answers whether there was one. */
  undo(): boolean {
    const entry = this.state.done.at(-1)
    if (!entry) {
      this.tools.announce('There is nothing to undo.')
      return false
    }
    this.box.set({ done: this.state.done.slice(0, -1) })
    // A list that is on its way doesn't have them yet; the next one is read once they are back.
    this.asked += 1
    this.bringBack(entry)
    this.tools.announce(`Undone: ${entry.says}`)
    void this.send(entry.takeBack)
      .catch(this.tools.complain)
      .then(() => this.refresh())
    return true
  }

  /** Tells the server of what changes no row of the list by itself, and answers whether it took it. */
  async act(says: string, work: () => Promise<unknown>): Promise<boolean> {
    this.tools.announce(says)
    const [sent] = await Promise.allSettled([this.send(work)])
    if (sent.status === 'rejected') this.tools.complain(sent.reason)
    return sent.status === 'fulfilled'
  }

  private bringBack({ view, to, lifted }: Done): void {
    this.count(to, view, lifted.length)
    if (view === this.state.filter.view) this.box.set(putBack(this.state, lifted))
  }

  private count(from: CaptureView, to: CaptureView, number: number): void {
    const { counts } = this.state
    if (from === to) return
    this.box.set({ counts: { ...counts, [from]: counts[from] - number, [to]: counts[to] + number } })
  }

  /** What a person did, in its turn. */
  send<R>(work: () => Promise<R>): Promise<R> {
    this.unsent += 1
    return this.inTurn(work).finally(() => {
      this.unsent -= 1
    })
  }

  /** One after the other, in the order in which they were done. */
  inTurn<R>(work: () => Promise<R>): Promise<R> {
    const next = this.turn.then(work, work)
    this.turn = next.catch(() => undefined)
    return next
  }

  /** A row as it is now known; where it was sorted meanwhile, as it comes back by undo. */
  replace(id: string, change: Partial<CaptureRow>): void {
    const changed = (row: CaptureRow) => (row.id === id ? { ...row, ...change } : row)
    for (const entry of this.state.done)
      entry.lifted = entry.lifted.map((at) => ({ ...at, row: changed(at.row) }))
    this.box.set({ rows: this.state.rows.map(changed) })
  }
}

/** An inbox that has not been read yet. */
export function emptyInbox(tools: InboxTools): Inbox {
  const counts = { inbox: 0, feeds: 0, later: 0, placed: 0, discarded: 0 }
  return new Inbox({ rows: [], next: null, counts }, { view: 'inbox', q: '', source: null }, tools)
}
