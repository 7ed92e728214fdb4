import type { Connection, Timers } from './connection'
import type { Journal } from './journal'
import { mergeIssue } from './refresh'
import type { LoadedIssue, StateBox } from './state'
import { isAllSaved } from './status'
import type { StructureQueue } from './structure-queue'

/** The pause between the last save and counting what a correction would change, in ms. */
const RECOUNT = 500
/** Between an answer that was older than a change of ours and the next one, in ms. */
const AGAIN = 1_000

type Tools = { timers: Timers; aroundMerge?: ((merge: () => void) => void) | undefined }

/** Loads the issue anew and takes in what others changed. */
export class Loader {
  private loading: Promise<void> | null = null
  private wanted = false
  private recounting = false
  /** Counts what was done here, so that an answer that is older than a change can be told. */
  private changes = 0

  constructor(
    private readonly box: StateBox,
    private readonly connection: Connection,
    private readonly structure: StructureQueue,
    private readonly journal: Journal,
    private readonly tools: Tools,
    /** What was put together is to be saved. */
    private readonly onMerged: () => void,
  ) {
    box.subscribe(() => this.recount())
  }

  noteChange(): void {
    this.changes++
    if (!this.box.state.touched) this.box.set({ touched: true })
  }

  /** Resolves when what was asked for now has come. */
  refresh(): Promise<void> {
    this.wanted = true
    this.loading ??= this.loadWhileWanted()
    return this.loading
  }

  private async loadWhileWanted(): Promise<void> {
    try {
      while (this.wanted) {
        this.wanted = false
        await this.load()
      }
    } finally {
      this.loading = null
    }
  }

  private async load(): Promise<void> {
    const { count } = this.structure
    const { changes } = this
    const saved = isAllSaved(this.box.state)
    const isBehind = this.box.state.queue.length > 0
    const path = `/api/issues/${this.box.state.doc.issueId}`
    const answer = await this.connection.request({ method: 'GET', path })
    if (answer.kind === 'error') {
      if (answer.error.status === 404 || answer.error.code === 'removed') this.box.set({ gone: true })
    } else if (isBehind || count !== this.structure.count) {
      // Perhaps older than a change of ours: what it says of the order is no news. The next one will tell.
      this.tools.timers(() => void this.refresh(), AGAIN)
    } else this.take(answer.body as LoadedIssue, saved && changes === this.changes)
  }

  private take(loaded: LoadedIssue, counted: boolean): void {
    const around = this.tools.aroundMerge ?? ((merge) => merge())
    around(() => {
      const { state, merged } = mergeIssue(this.box.state, loaded)
      this.box.set({ ...state, touched: state.touched && !counted })
      this.box.tellMerged(merged)
    })
    for (const [id, stray] of Object.entries(this.box.state.strays)) {
      this.journal.stray(id, stray)
      this.journal.row(id, null)
    }
    this.onMerged()
  }

  /** Readers have an edition of it: what a correction would change is counted anew once all is saved. */
  private recount(): void {
    const { loaded, touched, connection } = this.box.state
    if (this.recounting || !touched || loaded.state !== 'PUBLISHED') return
    if (connection !== 'online' || !isAllSaved(this.box.state)) return
    this.recounting = true
    this.tools.timers(() => {
      this.recounting = false
      if (this.box.state.touched && isAllSaved(this.box.state)) void this.refresh()
    }, RECOUNT)
  }
}
