import { CommandError } from '@/components/studio/send-command'
import { copyFields } from '@/lib/slots/rules'
import type { CopyJournal, UnsavedCopy } from './copy-journal'

export type CopyText = Record<(typeof copyFields)[number], string>
export type CopyField = keyof CopyText
type SaveState = 'saved' | 'writing' | 'saving' | 'waiting'
type Theirs = Partial<CopyText>

/** What the page shows of a draft. `conflicts`: what somebody else wrote in a field that was written here too. */
export type DraftView = {
  text: CopyText
  state: SaveState
  conflicts: Theirs
  problem: string | null
  /** Rises with every save. */
  savedAt: number
  /** Whether something is here again that an earlier visit typed and couldn't save. */
  recovered: boolean
}

/** Sends to the copy of one slot, as `sendCommand` does. @throws CommandError */
export type SendCopy = (method: 'PATCH' | 'POST', input: Record<string, unknown>) => Promise<unknown>

const PAUSE_MS = 700
/** The first pause before a save is tried again, in ms; each is twice as long as the one before, up to the longest. */
const AGAIN_MS = 2_000
const LONGEST_MS = 30_000
/** What passes by itself, such as a server that starts again or a proxy before it that finds none. */
const passing = ['offline', 'internal', 'busy', 'too_many']

const isField = (name: string): name is CopyField => (copyFields as readonly string[]).includes(name)
const has = (fields: object) => Object.keys(fields).length > 0

/**
 * The copy of a slot as it is typed: saved by field a moment after the last letter, one save at a time, tried again
 * while the server can't be reached or can't save. What another person saved meanwhile in another field comes in; where both wrote in
 * one field, nothing more of it is saved until somebody chose between the texts.
 */
export class CopyDraft {
  #view: DraftView
  #version: number
  /** What was typed and isn't saved. */
  #dirty: Theirs = {}
  /** What is being saved. */
  #sending: Theirs = {}
  /** Into which version each of them was typed. */
  #typedInto: Partial<Record<CopyField, number>> = {}
  #flight: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Saves in a row that came to nothing. */
  #failures = 0
  #listeners = new Set<() => void>()
  readonly #send: SendCopy
  readonly #journal: Pick<CopyJournal, 'keep'> | null

  constructor(
    send: SendCopy,
    text: CopyText,
    version: number,
    journal: Pick<CopyJournal, 'keep'> | null = null,
  ) {
    this.#send = send
    this.#version = version
    this.#journal = journal
    this.#view = { text, state: 'saved', conflicts: {}, problem: null, savedAt: 0, recovered: false }
  }

  readonly view = (): DraftView => this.#view

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly write = (field: CopyField, value: string): void => {
    this.#dirty = { ...this.#dirty, [field]: value }
    this.#typedInto[field] ??= this.#version
    this.#note(field)
    this.#show({ text: { ...this.#view.text, [field]: value }, state: 'writing' })
    this.#saveIn(PAUSE_MS)
  }

  /** Ends a conflict with one of the two texts. */
  readonly choose = (field: CopyField, value: string): void => {
    const { [field]: _, ...conflicts } = this.#view.conflicts
    this.#show({ conflicts })
    // Whoever chose has seen both.
    this.#typedInto[field] = this.#version
    this.write(field, value)
  }

  /**
   * Takes up what an earlier visit left unsaved: saved silently where nobody changed the field since, and otherwise shown
   * beside what is there now.
   */
  readonly recover = (left: UnsavedCopy): void => {
    for (const field of copyFields) {
      const unsaved = left[field]
      if (!unsaved || field in this.#dirty) continue
      if (unsaved.value === this.#view.text[field]) {
        this.#journal?.keep(field, null)
        continue
      }
      this.#version = Math.min(this.#version, unsaved.version)
      this.#typedInto[field] = unsaved.version
      this.#show({ recovered: true })
      this.write(field, unsaved.value)
    }
  }

  /** Saves what can be saved now. It never throws: `view` and `isSaved` tell what came of it. */
  readonly save = async (): Promise<void> => {
    clearTimeout(this.#timer)
    while (this.#flight !== null) await this.#flight
    const fields = Object.fromEntries(
      Object.entries(this.#dirty).filter(([field]) => !(field in this.#view.conflicts)),
    )
    if (has(fields)) await this.#exchange(fields)
  }

  /** The page was drawn anew, perhaps from newer copy: asks for what came in. */
  readonly catchUp = async (version: number): Promise<void> => {
    while (this.#flight !== null) await this.#flight
    if (version > this.#version) await this.#exchange({})
  }

  /**
   * Saves what is typed, then sends in what is on the screen and nothing else.
   * @throws CommandError `conflict` where somebody else's text is to be looked at first
   */
  readonly submit = async (): Promise<void> => {
    await this.save()
    const { conflicts, problem } = this.#view
    if (has(conflicts))
      throw new CommandError({ code: 'conflict', message: 'Choose between the two texts first.' })
    if (problem) throw new CommandError({ code: 'unsaved', message: problem })
    try {
      await this.#send('POST', { version: this.#version, intent: 'submit' })
    } catch (error) {
      if (error instanceof CommandError && error.code === 'conflict') await this.#exchange({})
      throw error
    }
  }

  readonly isSaved = (): boolean => !has(this.#dirty) && this.#flight === null

  readonly stop = (): void => {
    if (has(this.#dirty)) void this.save()
    clearTimeout(this.#timer)
  }

  #show(change: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  #saveIn(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), ms)
  }

  async #exchange(fields: Theirs): Promise<void> {
    this.#dirty = Object.fromEntries(Object.entries(this.#dirty).filter(([field]) => !(field in fields)))
    this.#sending = fields
    if (has(fields)) this.#show({ state: 'saving' })
    this.#flight = this.#send('PATCH', { version: this.#version, fields })
      .then((answer) => {
        const { version, unseen } = answer as { version: number; unseen: Record<string, unknown> }
        this.#failures = 0
        this.#show({ problem: null, savedAt: this.#view.savedAt + 1 })
        this.#takeIn(version, unseen)
        this.#settle(version)
      })
      .catch((error: unknown) => {
        if (!(error instanceof CommandError)) throw error
        this.#dirty = { ...fields, ...this.#dirty }
        this.#sending = {}
        if (error.code === 'conflict') return this.#takeConflict(error)
        this.#show({ problem: error.message, state: 'waiting' })
        if (!passing.includes(error.code)) return
        this.#saveIn(Math.min(AGAIN_MS * 2 ** this.#failures, LONGEST_MS))
        this.#failures += 1
      })
      .finally(() => {
        this.#flight = null
      })
    await this.#flight
  }

  /** What was sent is saved; what was typed since is typed into this version. */
  #settle(version: number): void {
    const saved = Object.keys(this.#sending).filter(isField)
    this.#sending = {}
    for (const field of saved) {
      if (field in this.#dirty) this.#typedInto[field] = version
      else delete this.#typedInto[field]
      this.#note(field)
    }
  }

  #note(field: CopyField): void {
    const value = this.#dirty[field] ?? this.#sending[field]
    const version = this.#typedInto[field] ?? this.#version
    this.#journal?.keep(field, value === undefined ? null : { value, version })
  }

  #takeConflict({ detail }: CommandError): void {
    const both = detail.conflicts as Record<string, { theirs: unknown }>
    const theirs = Object.fromEntries(Object.entries(both).map(([field, { theirs }]) => [field, theirs]))
    this.#takeIn(Number(detail.version), { ...(detail.unseen as object), ...theirs })
    // What was sent with it and isn't in dispute.
    this.#saveIn(0)
  }

  /** What others saved up to `version`: into its field, or beside what is written there and not saved yet. */
  #takeIn(version: number, theirs: Record<string, unknown>): void {
    this.#version = version
    const text = { ...this.#view.text }
    const conflicts = { ...this.#view.conflicts }
    for (const [field, value] of Object.entries(theirs)) {
      if (!isField(field) || typeof value !== 'string') continue
      const mine = this.#dirty[field]
      if (mine === undefined || mine === value) text[field] = value
      else conflicts[field] = value
    }
    const state = has(conflicts) ? 'waiting' : has(this.#dirty) ? 'writing' : 'saved'
    this.#show({ text, conflicts, state })
  }
}
