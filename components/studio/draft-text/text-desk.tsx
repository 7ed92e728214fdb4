'use client'

import { Copy, Download, Upload } from 'lucide-react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { ChangeList } from '@/components/studio/history/comparison'
import { LeaveGuard } from '@/components/studio/leave-guard'
import { Button, buttonClass } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'
import { Field } from '@/components/ui/field'
import { inputClass } from '@/components/ui/input-class'
import { useAnnounce } from '@/components/ui/live-region'
import { useToast } from '@/components/ui/toast'
import { useReady } from '@/components/ui/use-ready'
import type { TextPreview } from '@/lib/draft-text/schema'
import { ClashList } from './clash-list'
import { useDraftText } from './use-draft-text'

type Props = { issueId: string; name: string; text: string }

/** A whole draft in one text area; what saving would change is shown before it is done. */
export function TextDesk({ issueId, name, text: loaded }: Props) {
  const desk = useDraftText(issueId, loaded)
  const { text, preview, problem, prefer } = desk
  const busy = !useReady() || desk.busy
  const show = useToast()
  const announce = useAnnounce()
  useEffect(() => {
    if (preview) announce(summaryOf(preview))
  }, [preview, announce])
  const copy = async () => {
    if (await copyText(text)) show({ message: 'The text is copied.' })
    else show({ message: 'This browser lets no page copy. Select the text, or download it.', tone: 'bad' })
  }
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <LeaveGuard count={desk.changed ? 1 : 0} />
      <section aria-label="Text" className="grid gap-3">
        <Field label="The draft, in Markdown" error={problem}>
          {(control) => (
            <textarea
              {...control}
              className={`${inputClass} min-h-[60dvh] w-full resize-y px-3 py-2 font-mono text-[0.8125rem] leading-relaxed`}
              value={text}
              spellCheck
              // What is typed while it is saved would be overwritten by what was.
              readOnly={busy}
              dir="auto"
              onChange={(event) => desk.write(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button tone="primary" busy={busy} onClick={() => void desk.look()}>
            See what changes
          </Button>
          <Button onClick={() => void copy()}>
            <Copy aria-hidden="true" size={15} /> Copy
          </Button>
          <FileButtons name={name} text={text} busy={busy} onText={desk.write} />
        </div>
        <Manual />
      </section>
      <section aria-label="Changes" className="grid gap-4">
        {preview ? (
          <Preview
            preview={preview}
            chosen={prefer !== undefined}
            busy={busy}
            onPrefer={(side) => void desk.look(side)}
            prefer={prefer}
            onSave={() => void desk.save()}
          />
        ) : (
          <p className="rounded-lg border border-dashed border-edge px-4 py-6 text-center text-muted">
            {desk.changed
              ? 'Nothing of this is saved yet. See what changes, then save.'
              : 'What you change is shown here before it is saved.'}
          </p>
        )}
      </section>
    </div>
  )
}

type FileProps = { name: string; text: string; busy: boolean; onText: (text: string) => void }

function FileButtons({ name, text, busy, onText }: FileProps) {
  const input = useRef<HTMLInputElement>(null)
  const [href, setHref] = useState('')
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
    setHref(url)
    return () => URL.revokeObjectURL(url)
  }, [text])
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) onText(await file.text())
    target.value = ''
  }
  return (
    <>
      <a href={href} download={name} className={buttonClass()}>
        <Download aria-hidden="true" size={15} /> Download
      </a>
      <Button busy={busy} onClick={() => input.current?.click()}>
        <Upload aria-hidden="true" size={15} /> Open a file…
      </Button>
      <input
        ref={input}
        type="file"
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        className="hidden"
        tabIndex={-1}
        aria-label="A file with the draft"
        onChange={(event) => void take(event)}
      />
    </>
  )
}

type PreviewProps = {
  preview: TextPreview
  chosen: boolean
  busy: boolean
  prefer: 'yours' | 'theirs' | undefined
  onPrefer: (side: 'yours' | 'theirs') => void
  onSave: () => void
}

function Preview({ preview, chosen, busy, prefer, onPrefer, onSave }: PreviewProps) {
  const { rows, clashes, overOrder } = preview
  const removed = rows.filter(({ what, change }) => what === 'item' && change === 'removed').length
  const open = clashes.length > 0 && !chosen
  return (
    <>
      {clashes.length > 0 ? <ClashList clashes={clashes} prefer={prefer} onPrefer={onPrefer} /> : null}
      {rows.length === 0 ? (
        <p className="text-muted">The text says what the draft says: nothing would change.</p>
      ) : (
        <>
          <h2 className="font-text text-lg font-bold">{countOf(preview)}</h2>
          {overOrder ? <p className="text-sm">{OVER_ORDER}</p> : null}
          <ChangeList rows={rows} />
        </>
      )}
      {rows.length > 0 && !open ? (
        <div>
          <Button tone={removed > 0 ? 'danger' : 'primary'} busy={busy} onClick={onSave}>
            {removed === 0 ? 'Save' : `Save, and remove ${removed === 1 ? 'one item' : `${removed} items`}`}
          </Button>
        </div>
      ) : null}
    </>
  )
}

const OVER_ORDER = 'Others have moved something since you took the text. The order becomes the text’s.'

const countOf = ({ rows }: TextPreview) => (rows.length === 1 ? 'One change' : `${rows.length} changes`)

/** What the preview comes to, for those who don't see it: not every change that it lists. */
function summaryOf(preview: TextPreview): string {
  const { rows, clashes, overOrder } = preview
  const order = overOrder ? ` ${OVER_ORDER}` : ''
  const clash =
    clashes.length === 0
      ? ''
      : ` Clashes with what others saved: ${clashes.length}. Choose whose words stand.`
  return rows.length === 0 && clash === '' ? 'Nothing would change.' : `${countOf(preview)}.${order}${clash}`
}

/** What a person has to know of the text. */
function Manual() {
  return (
    <details className="text-[0.8125rem] text-muted">
      <summary className="cursor-pointer py-1 font-medium">How the text is read</summary>
      <ul className="mt-1 grid list-disc gap-1 ps-5">
        <li>
          <code>#</code> is the issue, <code>##</code> a section, <code>###</code> an item. Text that begins a
          line with these has a <code>\</code> before them.
        </li>
        <li>
          Below a heading stand fields, one a line (<code>Address: https://…</code>); after an empty line the
          text.
        </li>
        <li>
          The comments say which item is which: keep them. An item without one is new; one that is gone is
          removed; one that stands elsewhere is moved.
        </li>
        <li>Sponsors’ messages are not in it and stay where they are.</li>
      </ul>
    </details>
  )
}
