'use client'

import { useEffect, useRef, useState } from 'react'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { nameOfView, sourceInWords } from '@/lib/captures/rules'
import { type CaptureSource, captureSources, captureViews } from '@/lib/captures/schema'
import { useInbox, useInboxState } from './use-inbox'

/** The pause in typing after which is searched, in ms. */
const PAUSE = 200

const sources = [
  { value: '', label: 'From anywhere' },
  ...captureSources.map((value) => ({ value, label: capitalised(sourceInWords(value)) })),
]

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Which captures are shown: a view with its number, words to find, the way they came. */
export function InboxFilterBar() {
  const { inbox } = useInbox()
  const { view, q, source } = useInboxState((state) => state.filter)
  const counts = useInboxState((state) => state.counts)
  const [words, setWords] = useState(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const find = (text: string) => {
    setWords(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void inbox.show({ q: text.trim() }), PAUSE)
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset className="-mx-1 flex min-w-0 flex-auto gap-1 overflow-x-auto p-1">
        <legend className="sr-only">Shown</legend>
        {captureViews
          .filter((name) => name !== 'feeds' || view === name || counts.feeds > 0)
          .map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={view === name}
              className="flex min-h-8 items-center gap-1.5 rounded-md px-2.5 whitespace-nowrap text-muted hover:bg-sunk hover:text-ink aria-pressed:bg-sunk aria-pressed:font-semibold aria-pressed:text-ink pointer-coarse:min-h-11"
              onClick={() => void inbox.show({ view: name })}
            >
              {nameOfView(name)} <span className="font-normal text-muted tabular-nums">{counts[name]}</span>
            </button>
          ))}
      </fieldset>
      <search className="flex flex-[1_1_18rem] gap-2 sm:max-w-md">
        <TextInput
          type="search"
          data-find
          aria-label="Find in titles, addresses, quotes, notes"
          placeholder="Find"
          value={words}
          autoComplete="off"
          className="min-w-24"
          onChange={(event) => find(event.target.value)}
        />
        <Select
          aria-label="Which way they came"
          options={sources}
          value={source ?? ''}
          className="max-w-44"
          onChange={({ target }) =>
            void inbox.show({ source: (target.value || null) as CaptureSource | null })
          }
        />
      </search>
    </div>
  )
}
