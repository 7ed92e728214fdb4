import type { RowKind } from './document'
import type { StructureCommand } from './structure'
import type { Fields, Save } from './sync'

/** Where unsaved text is kept: `localStorage`, which writes before it returns. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * What is unsaved of a row: the version it was edited from, the texts, what they were then, a save whose answer had not
 * come, and the fields in conflict.
 */
export type RowEntry = {
  kind: RowKind
  version: number
  fields: Fields
  base?: Fields
  sending: Save | null
  conflicts: readonly string[]
}
/** Text whose row somebody else removed. `after`: the item it stood below, null at the beginning of its section. */
export type StrayEntry = { kind: RowKind; fields: Fields; sectionId: string | null; after?: string | null }

export type Kept = {
  rows: Record<string, RowEntry>
  strays: Record<string, StrayEntry>
  queue: StructureCommand[]
}

const PREFIX = 'gleaner:unsaved'

/**
 * Every unsaved text, written to the browser with the keystroke that made it, by person, issue, page view and row:
 * a crash, a reload or a revoked session loses nothing, and nobody else who signs in here is shown it.
 */
export class Journal {
  /** Entries that the browser could not keep: it is full, or keeps nothing. */
  private readonly failed = new Set<string>()
  private readonly mine: string
  private readonly issue: string

  constructor(
    private readonly store: Store | null,
    userId: string,
    issueId: string,
    readonly viewId: string,
  ) {
    this.issue = `${PREFIX}:${userId}:${issueId}:`
    this.mine = `${this.issue}${viewId}:`
  }

  get ok(): boolean {
    return this.failed.size === 0
  }

  row(id: string, entry: RowEntry | null): void {
    this.write(`row:${id}`, entry)
  }

  stray(id: string, entry: StrayEntry | null): void {
    this.write(`stray:${id}`, entry)
  }

  queue(commands: readonly StructureCommand[]): void {
    this.write('queue', commands.length > 0 ? commands : null)
  }

  /** Page views of this person and issue that left something here. */
  views(): string[] {
    const views = this.keys(this.issue).map((key) => key.slice(this.issue.length).split(':')[0] ?? '')
    return [...new Set(views)].filter((view) => view !== '' && view !== this.viewId)
  }

  /** What a page view left. What can't be read as an entry is passed over, not thrown away. */
  read(viewId: string): Kept {
    const kept: Kept = { rows: {}, strays: {}, queue: [] }
    const prefix = `${this.issue}${viewId}:`
    for (const key of this.keys(prefix)) {
      const [what, id] = key.slice(prefix.length).split(':')
      const value = this.parse(key)
      if (what === 'queue' && Array.isArray(value)) kept.queue = value
      else if (what === 'row' && id && isRowEntry(value)) kept.rows[id] = value
      else if (what === 'stray' && id && isStrayEntry(value)) kept.strays[id] = value
    }
    return kept
  }

  /** Forgets what a page view left, once this one has taken it over. */
  forget(viewId: string): void {
    for (const key of this.keys(`${this.issue}${viewId}:`)) this.store?.removeItem(key)
  }

  private keys(prefix: string): string[] {
    const { store } = this
    if (!store) return []
    return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    )
  }

  private parse(key: string): unknown {
    try {
      return JSON.parse(this.store?.getItem(key) ?? 'null')
    } catch {
      return null
    }
  }

  private write(name: string, value: unknown): void {
    try {
      if (value === null) this.store?.removeItem(this.mine + name)
      else if (!this.store) throw new Error('no storage')
      else this.store.setItem(this.mine + name, JSON.stringify(value))
      this.failed.delete(name)
    } catch {
      // Full or forbidden. An older text that is kept under this name is better than none.
      this.failed.add(name)
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isRowEntry = (value: unknown): value is RowEntry =>
  isRecord(value) &&
  typeof value.version === 'number' &&
  isRecord(value.fields) &&
  Array.isArray(value.conflicts)
const isStrayEntry = (value: unknown): value is StrayEntry => isRecord(value) && isRecord(value.fields)
