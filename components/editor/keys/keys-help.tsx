'use client'

import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useDesk, useDeskState } from '@/components/editor/desk/use-desk'
import { setSingleKeys, singleKeysOn } from './single-keys'

const keys: [string, string][] = [
  ['Enter', 'write in the item that has the focus'],
  ['Esc', 'leave it, or any other text'],
  ['Ctrl ⏎', 'the next item; at the end of a section a new one'],
  ['↑ ↓', 'go from item to item'],
  ['Alt ↑ ↓', 'move an item or a section, over section borders too'],
  ['Delete', 'remove the item'],
  ['Ctrl Z, Ctrl ⇧ Z', 'undo and redo'],
  ['Ctrl B, I, K', 'bold, italic, link'],
  ['[[', 'in a text: link an earlier item, or one of this issue'],
  ['//name', 'puts a snippet of the settings in'],
]
const single: [string, string][] = [
  ['/', 'find in this issue, and among what was sent'],
  ['g i', 'inbox: j k go through it, 1 … 9 place at the end of a section, h below the item in focus'],
  ['', 'l later, e discard, x select, z undo, Esc back to the issue'],
  ['g p', 'preview'],
  ['g f', 'findings: ↑ ↓ or j k go through them, Enter to the place, m mends, Esc back to the issue'],
  ['g s', 'sponsors of this issue'],
  ['?', 'these keys'],
]

/** The keys of the desk, and the switch for those that are one letter. */
export function KeysHelp() {
  const { desk } = useDesk()
  const shown = useDeskState((state) => state.keysShown)
  return shown ? <Panel onClose={() => desk.set({ keysShown: false })} /> : null
}

function Panel({ onClose }: { onClose: () => void }) {
  const panel = useRef<HTMLDivElement>(null)
  const [on, setOn] = useState(singleKeysOn)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => (before instanceof HTMLElement ? before.focus() : undefined)
  }, [])
  return (
    <div
      ref={panel}
      className="ed-help"
      role="dialog"
      aria-label="Keys"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2>Keys</h2>
        <button type="button" className="ed-icon" aria-label="Close" onClick={onClose}>
          <X aria-hidden="true" size={16} />
        </button>
      </header>
      <KeyList keys={keys} />
      <h3>Single keys, outside text</h3>
      <KeyList keys={single} />
      <label className="ed-switch">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setSingleKeys(event.target.checked)
            setOn(event.target.checked)
          }}
        />
        Single keys are on
      </label>
    </div>
  )
}

function KeyList({ keys }: { keys: [string, string][] }) {
  return (
    <dl>
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
