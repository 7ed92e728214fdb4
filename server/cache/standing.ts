import { logError } from '@/lib/log/log'
import { type ReaderState, readReaderState } from '@/lib/publication/reader-state'
import { issuePath } from '@/lib/render/issue-path'
import { setPublicationName } from '@/server/pages/publication-name'

/** What this process knows of what is published. */
export type Known = {
  generation: number
  /** Pages of an older generation are never shown again. */
  shownFrom: number
  storefrontOpen: boolean
  /** Paths of withdrawn issues, with the generation from which on that was known here. */
  withdrawn: ReadonlyMap<string, number>
}

/** `later`: something was published. `earlier`: the database was put back to another day, so nothing kept is of use. */
export type Change = 'later' | 'earlier'

const nothing: Known = { generation: 0, shownFrom: 0, storefrontOpen: false, withdrawn: new Map() }

/**
 * What is published, as far as this process has heard. The database has the truth; this is what pages are answered by
 * without asking it.
 */
export class Standing {
  #known = nothing
  #watchers: ((change: Change) => void)[] = []

  get known(): Known {
    return this.#known
  }

  /** Calls back after each new generation. */
  watch(watcher: (change: Change) => void): void {
    this.#watchers.push(watcher)
  }

  /**
   * Takes what the database says. News may come late, after something newer was read, and then tells nothing.
   * @param asked the generation that was known when this was asked for: the database can't be behind it, unless it was
   * put back to an earlier day
   */
  take(state: ReaderState, asked = 0): void {
    const before = this.#known
    const { generation, storefrontOpen, name: publication, lang, dir } = state
    const wentBack = generation < asked
    if (generation < before.generation && !wentBack) return
    const paths = state.withdrawn.map(issuePath)
    // Over what was missed an issue may have come back, been read here, and been withdrawn anew.
    const missed = wentBack || generation > before.generation + 1
    const since = (path: string) => (missed ? undefined : before.withdrawn.get(path)) ?? generation
    const known = {
      generation,
      shownFrom: state.shownFrom,
      storefrontOpen,
      withdrawn: new Map(paths.map((path) => [path, since(path)])),
    }
    this.#change(known, wentBack ? 'earlier' : 'later')
    setPublicationName({ publication, lang, dir })
  }

  /** Reads what is true now. @throws Error when the database doesn't say */
  async read(): Promise<void> {
    const asked = this.#known.generation
    const state = await readReaderState()
    if (state) this.take(state, asked)
  }

  /**
   * Hears that a command of this process has made a generation. Where the database can't say what came with it, no
   * older page is shown: it might be of an issue that was just withdrawn.
   */
  async hear(generation: number): Promise<void> {
    if (this.#known.generation >= generation) return
    await this.read().catch((error) => logError(error, { generation }))
    const known = this.#known
    if (known.generation < generation) this.#change({ ...known, generation, shownFrom: generation }, 'later')
  }

  #change(known: Known, change: Change): void {
    const isNew = known.generation !== this.#known.generation
    this.#known = known
    if (isNew) for (const watcher of this.#watchers) watcher(change)
  }
}
