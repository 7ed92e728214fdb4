/**
 * One asynchronous context for all that keep one.
 *
 * Until version 24 Node hands on what each AsyncLocalStorage holds by itself: with every promise, tick and write, one
 * assignment for each storage that was ever used, of which Next and React have eight. Here all of them keep what they
 * hold in one frame, and Node hands on that: the way in which it does so itself since (AsyncContextFrame). Where it does,
 * nothing is changed. See docs/adr/0026-one-asynchronous-context.md.
 */
import hooks from 'node:async_hooks'
import { syncBuiltinESMExports } from 'node:module'

const NodeStorage = hooks.AsyncLocalStorage
const handsOnEach = '_propagate' in NodeStorage.prototype
const context = new NodeStorage()

/** The same to whoever uses it as Node's. A frame is never changed once it was entered, since others may hold it. */
export class OneContextStorage extends NodeStorage {
  getStore() {
    return context.getStore()?.get(this)
  }

  enterWith(store) {
    context.enterWith(new Map(context.getStore()).set(this, store))
  }

  run(store, work, ...args) {
    const before = context.getStore()
    if (Object.is(before?.get(this), store)) return Reflect.apply(work, null, args)
    const entered = new Map(before).set(this, store)
    context.enterWith(entered)
    try {
      return Reflect.apply(work, null, args)
    } finally {
      // What another storage was entered with meanwhile stays, as it does in Node.
      if (context.getStore() === entered) context.enterWith(before)
      else this.enterWith(before?.get(this))
    }
  }

  exit(work, ...args) {
    return this.run(undefined, work, ...args)
  }

  disable() {
    this.enterWith(undefined)
  }
}

/** Gives all that ask for an AsyncLocalStorage from now on the one above; before Next is loaded, or it has Node's. */
export function shareOneContext() {
  if (!handsOnEach) return
  hooks.AsyncLocalStorage = OneContextStorage
  // Next takes it from here where there is one, which is what it does itself where there is none.
  globalThis.AsyncLocalStorage = OneContextStorage
  syncBuiltinESMExports()
}
