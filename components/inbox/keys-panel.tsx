'use client'

import { useEffect, useState } from 'react'
import { isText, setSingleKeys, singleKeysOn } from '@/components/editor/keys/single-keys'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

export const inboxKeys: [string, string][] = [
  ['j k', 'the next capture, the one before'],
  ['1 … 9', 'place it in that section'],
  ['l', 'later: choose a day'],
  ['e', 'discard'],
  ['b', 'back into the inbox'],
  ['x', 'select; the keys are then about all selected'],
  ['⇧J ⇧K', 'select on, down or up; or hold Shift and tick'],
  ['n', 'note, title, via'],
  ['z', 'undo'],
  ['Enter', 'open the page'],
]
const others: [string, string][] = [
  ['/', 'find'],
  ['a', 'add addresses'],
  ['?', 'these keys'],
]

/** The keys of the page, and the switch for those that are one letter. */
export function KeysPanel() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isText(target) || !singleKeysOn()) return
      if (target instanceof Element && target.closest('[role$="dialog"]')) return
      if (key === '?') setOpen(true)
      else if (key === '/') document.querySelector<HTMLElement>('[data-find]')?.focus()
      else if (key === 'a') document.querySelector<HTMLElement>('[data-add]')?.focus()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <Button
        className="max-sm:hidden pointer-coarse:hidden"
        aria-keyshortcuts="?"
        onClick={() => setOpen(true)}
      >
        Keys
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Keys">
        <KeyTable keys={[...inboxKeys, ...others]} />
        <Switch />
      </Dialog>
    </>
  )
}

function KeyTable({ keys }: { keys: [string, string][] }) {
  return (
    <dl>
      {keys.map(([key, does]) => (
        <div key={key} className="grid grid-cols-[5rem_1fr] items-baseline py-0.5">
          <dt>
            <kbd className="rounded border border-b-2 border-rule px-1.5 font-ui text-xs text-muted">
              {key}
            </kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}

function Switch() {
  const [on, setOn] = useState(singleKeysOn)
  return (
    <label className="mt-4 flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        checked={on}
        className="size-4 accent-(--accent)"
        onChange={({ target }) => {
          setSingleKeys(target.checked)
          setOn(target.checked)
        }}
      />
      Keys of one letter are on
    </label>
  )
}
