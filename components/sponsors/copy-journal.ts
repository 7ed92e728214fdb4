import { copyFields } from '@/lib/slots/rules'
import type { CopyField } from './copy-draft'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A text that isn't saved, and the version of the copy that it was typed into. */
export type Unsaved = { value: string; version: number }
export type UnsavedCopy = Partial<Record<CopyField, Unsaved>>

const PREFIX = 'gleaner:unsaved-copy:'

/**
 * What was typed into the copy of one slot and isn't saved, kept in the browser with each letter, so that a reload, a
 * crash, a conflict or a revoked link loses none of it. By field: two windows don't forget each other's.
 */
export class CopyJournal {
  readonly #store: Store | null
  readonly #prefix: string

  /** @param base of the slot's handlers, which tells slots apart, and the portal from the studio */
  constructor(store: Store | null, base: string) {
    this.#store = store
    this.#prefix = `${PREFIX}${base}:`
  }

  /** Keeps a text, or forgets it where there is none. A browser that keeps nothing is no reason to stop typing. */
  keep(field: CopyField, unsaved: Unsaved | null): void {
    try {
      if (unsaved) this.#store?.setItem(this.#prefix + field, JSON.stringify(unsaved))
      else this.#store?.removeItem(this.#prefix + field)
    } catch {
      // Full or forbidden: an older text that is kept is better than none.
    }
  }

  read(): UnsavedCopy {
    const found: UnsavedCopy = {}
    for (const field of copyFields) {
      const unsaved = this.#parse(this.#prefix + field)
      if (unsaved) found[field] = unsaved
    }
    return found
  }

  #parse(key: string): Unsaved | null {
    try {
      const { value, version } = JSON.parse(this.#store?.getItem(key) ?? '{}') as Record<string, unknown>
      return typeof value === 'string' && typeof version === 'number' ? { value, version } : null
    } catch {
      return null
    }
  }
}

/** The browser's own store; null where it is forbidden. */
export function browserStore(): Store | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** Forgets what is kept of every slot, for who leaves a computer that others use. */
export function forgetUnsavedCopy(store: Store | null): void {
  if (!store) return
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
  for (const key of keys) if (key.startsWith(PREFIX)) store.removeItem(key)
}
