'use client'

import { textOfRow } from '@/components/editor/core/document'
import { saveStatus } from '@/components/editor/core/status'
import { openField } from '@/components/editor/desk/jump'
import { type Desk, useDesk, useEditorState } from '@/components/editor/desk/use-desk'

const words = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What saving is up to, in words and a dot. Trouble is spoken; the coming and going of “Saving” is not. */
export function SaveState() {
  const desk = useDesk()
  const text = useEditorState((state) => {
    const status = saveStatus(state)
    switch (status.kind) {
      case 'saved':
        return 'ok|Saved'
      case 'saving':
        return 'busy|Saving…'
      case 'offline':
        return `warn|Offline · ${words(status.changes, 'change', 'changes')} kept here`
      case 'failing':
        return `warn|The server has trouble · ${words(status.changes, 'change', 'changes')} kept here`
      case 'signed-out':
        return `warn|Signed out · ${words(status.changes, 'change', 'changes')} kept here`
      case 'conflict':
        return `bad|${words(status.count, 'text', 'texts')} to choose`
      case 'refused':
        return `bad|${words(status.count, 'text', 'texts')} not saved`
      case 'gone':
        return 'bad|This issue was removed'
    }
  })
  const kept = useEditorState((state) => state.kept)
  const signedOut = useEditorState(({ connection }) => connection === 'signed-out')
  const [tone = 'ok', said = ''] = text.split('|')
  const troubled = tone === 'bad'
  return (
    <span className="ed-state" data-tone={tone}>
      <span role={tone === 'ok' || tone === 'busy' ? undefined : 'status'}>
        {troubled ? (
          <button type="button" onClick={() => goToTrouble(desk)}>
            {said}
          </button>
        ) : (
          said
        )}
      </span>
      {signedOut ? <SignIn /> : null}
      {kept ? null : (
        <span role="alert" className="ed-unkept">
          This browser can’t keep unsaved text. Stay on the page until it says Saved.
        </span>
      )}
    </span>
  )
}

/** The first row in conflict or refused. */
function goToTrouble(desk: Desk): void {
  const { doc, sync } = desk.editor.state
  for (const [id, { conflicts, errors }] of Object.entries(sync)) {
    const [field] = [...Object.keys(conflicts), ...Object.keys(errors)]
    if (!field) continue
    const kind = id === doc.issueId ? 'issue' : doc.sections[id] ? 'section' : 'item'
    if (!textOfRow(doc, { kind, id })) continue
    openField(desk, { kind, id }, field)
    return
  }
}

/** In another tab, so that what is typed here stays on the screen; coming back tries again. */
function SignIn() {
  const { email } = useDesk()
  return (
    <a href={`/sign-in?email=${encodeURIComponent(email)}`} target="_blank" rel="noopener">
      Sign in again<span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
