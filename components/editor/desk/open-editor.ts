import type { Timers } from '@/components/editor/core/connection'
import { Editor } from '@/components/editor/core/editor'
import type { Store } from '@/components/editor/core/journal'
import type { LoadedIssue } from '@/components/editor/core/state'
import { countUnsaved } from '@/components/editor/core/status'
import { newUuid } from '@/components/studio/new-uuid'
import { sendRequest } from './browser-transport'
import type { DeskBox } from './desk-state'
import { followIssue } from './follow-issue'
import { keepPlace } from './keep-place'

/** While somebody looks at the page and no stream is to be had, what others changed is fetched this often, in ms. */
const LOOK_AGAIN = 20_000
const LOCK = 'gleaner:view:'

export const clock: { timers: Timers; now: () => number } = {
  timers: (run, ms) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  now: () => Date.now(),
}

function browserStore(): Store | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

export function createEditor(loaded: LoadedIssue, userId: string): Editor {
  return new Editor(loaded, userId, {
    transport: sendRequest,
    store: typeof window === 'undefined' ? null : browserStore(),
    ...clock,
    newId: newUuid,
    aroundMerge: keepPlace,
  })
}

/**
 * Connects an editor to its page: takes up what earlier pages left, saves when the page is hidden, tries again when
 * the browser is back, and asks before leaving only where text would be lost. Answers how to disconnect.
 */
export function connectEditor(
  editor: Editor,
  box: DeskBox,
  onRecovered: (count: number) => void,
): () => void {
  const end = new AbortController()
  const { signal } = end
  void takeUp(editor, signal, onRecovered)
  const onHide = () => {
    if (document.visibilityState === 'hidden') editor.flush()
  }
  const onBack = () => {
    if (document.visibilityState !== 'visible') return
    editor.wake()
    void editor.refresh()
  }
  document.addEventListener('visibilitychange', onHide, { signal })
  window.addEventListener('pagehide', () => editor.flush(), { signal })
  window.addEventListener('online', () => editor.wake(), { signal })
  window.addEventListener('focus', onBack, { signal })
  window.addEventListener(
    'beforeunload',
    (event) => {
      editor.flush()
      if (!editor.state.kept && countUnsaved(editor.state) > 0) event.preventDefault()
    },
    { signal },
  )
  const hears = followIssue(editor, box, signal)
  const look = setInterval(() => {
    const { connection } = editor.state
    if (!hears() && document.visibilityState === 'visible' && connection === 'online') void editor.refresh()
  }, LOOK_AGAIN)
  return () => {
    clearInterval(look)
    end.abort()
    editor.flush()
    editor.dispose()
  }
}

/** Takes up what page views left that are no more; those still open in other tabs hold a lock of their own. */
async function takeUp(editor: Editor, signal: AbortSignal, onRecovered: (count: number) => void) {
  const { locks } = navigator
  let open: string[] = []
  if (locks) {
    const gone = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    void locks.request(LOCK + editor.journal.viewId, () => gone).catch(() => undefined)
    const held = await locks.query().catch(() => null)
    open = (held?.held ?? []).flatMap(({ name }) => (name?.startsWith(LOCK) ? name.slice(LOCK.length) : []))
  }
  if (signal.aborted) return
  const count = editor.recover(editor.journal.views().filter((view) => !open.includes(view)))
  if (count > 0) onRecovered(count)
}
