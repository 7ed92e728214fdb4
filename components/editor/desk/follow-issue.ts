import type { Editor } from '@/components/editor/core/editor'
import { Follower, type OpenStream } from '@/components/editor/core/follower'
import { sendRequest } from './browser-transport'
import type { DeskBox } from './desk-state'

/** A page that nobody looks at gives its connection back after so long, in ms: a browser has six for all its tabs. */
const HIDDEN_FOR = 30_000
/** Between going to another row and telling it, in ms. */
const SETTLE = 300

/** The issue's stream as the browser has it (WHATWG HTML, 9.2). Coming back is the follower's. */
function streamOf(issueId: string, viewId: string): OpenStream {
  return (hear, fail) => {
    const source = new EventSource(`/api/issues/${issueId}/stream?view=${viewId}`)
    const on = (name: string, take: (data: never) => void) =>
      source.addEventListener(name, (event) => take(JSON.parse(event.data) as never))
    on('hello', () => hear({ event: 'hello' }))
    on('beat', () => hear({ event: 'beat' }))
    on('changes', ({ rows }: Extract<Parameters<typeof hear>[0], { event: 'changes' }>) =>
      hear({ event: 'changes', rows }),
    )
    on('people', (people: Extract<Parameters<typeof hear>[0], { event: 'people' }>['people']) =>
      hear({ event: 'people', people }),
    )
    source.onerror = fail
    return () => source.close()
  }
}

/** Tells the others in which row this person writes, while there are any. */
function tellWhere(editor: Editor, box: DeskBox, signal: AbortSignal): { again: () => void } {
  let told: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const at = editor.state.at ?? box.state.editing?.row.id ?? null
    // Also who is back already where they were told to be, or the place between would be told.
    clearTimeout(timer)
    if (at === told || editor.state.people.length === 0) return
    timer = setTimeout(() => {
      told = at
      const path = `/api/issues/${editor.state.doc.issueId}/presence`
      void sendRequest({ method: 'POST', path, body: { view: editor.journal.viewId, at } })
    }, SETTLE)
  }
  const ends = [editor.box.subscribe(look), box.subscribe(look)]
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    for (const end of ends) end()
  })
  return {
    again: () => {
      told = null
      look()
    },
  }
}

/**
 * Follows what others do in an open issue, while the page is looked at. Answers whether news come by themselves just
 * now, since otherwise they are fetched.
 */
export function followIssue(editor: Editor, box: DeskBox, signal: AbortSignal): () => boolean {
  const where = tellWhere(editor, box, signal)
  const follower = new Follower(
    streamOf(editor.state.doc.issueId, editor.journal.viewId),
    (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    {
      onHello: () => {
        editor.hear(null)
        where.again()
      },
      onChanges: (rows) => editor.hear(rows),
      onPeople: (people) => editor.box.set({ people: people ?? [], knowsPeople: people !== null }),
    },
  )
  let hiding: ReturnType<typeof setTimeout> | undefined
  const onVisible = () => {
    clearTimeout(hiding)
    if (document.visibilityState === 'hidden') hiding = setTimeout(() => follower.stop(), HIDDEN_FOR)
    else follower.start()
  }
  onVisible()
  document.addEventListener('visibilitychange', onVisible, { signal })
  window.addEventListener('online', () => follower.wake(), { signal })
  window.addEventListener('focus', () => follower.wake(), { signal })
  signal.addEventListener('abort', () => {
    clearTimeout(hiding)
    follower.stop()
  })
  return () => follower.open
}
