'use client'

import { useRef, useState } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { plural } from '@/lib/counts/rules'
import type { AddedFeeds } from '@/lib/feeds/schema'

const MOST_TOLD = 50

/** Follows feeds by their addresses, or all of an OPML file; says what became of each that couldn't be taken. */
export function AddFeeds() {
  const { send, busy, error } = useFormCommand()
  const [text, setText] = useState('')
  const [added, setAdded] = useState<AddedFeeds | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const add = async (list: string) => {
    const isAdded = await send<AddedFeeds>('POST', '/api/feeds', { text: list }, setAdded)
    if (isAdded) setText('')
  }
  const takeFile = async (chosen: File | undefined) => {
    if (!chosen || busy) return
    await add(await chosen.text())
    // The same file can be chosen again, mended.
    if (file.current) file.current.value = ''
  }
  return (
    <form
      noValidate
      className="grid gap-3 rounded-lg border border-rule bg-pane p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void add(text)
      }}
    >
      <Field label="Addresses of feeds, one a line" error={error?.fields.text}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            dir="ltr"
            className="min-h-0"
            value={text}
            placeholder="https://example.org/feed.xml"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" tone="primary" busy={busy}>
          Follow
        </Button>
        <Button busy={busy} onClick={() => file.current?.click()}>
          Import an OPML file …
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="OPML file"
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
          onChange={(event) => void takeFile(event.target.files?.[0])}
        />
      </div>
      <CommandProblem error={error} path="/admin/inbox/feeds" />
      <div role="status">{added ? <Told {...added} /> : null}</div>
    </form>
  )
}

function Told({ added, known, problems }: AddedFeeds) {
  return (
    <div className="grid gap-1 text-[0.8125rem]">
      <p>
        {plural(added, 'feed')} added{known > 0 ? `, ${known.toLocaleString('en')} known already` : ''}
        {problems.length > 0 ? `, ${problems.length.toLocaleString('en')} not taken` : ''}.
        {added > 5 ? ' They are read one after another, within the hour.' : ''}
      </p>
      {problems.length > 0 ? (
        <ul className="grid gap-1">
          {problems.slice(0, MOST_TOLD).map(({ text, message }) => (
            <li key={`${text}${message}`} className="font-medium text-bad">
              <span aria-hidden="true">▲ </span>“{text}”: {message}
            </li>
          ))}
          {problems.length > MOST_TOLD ? <li>And {problems.length - MOST_TOLD} more.</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
