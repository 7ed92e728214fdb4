'use client'

import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useDesk, useDeskState, useEditorState, useField } from '@/components/editor/desk/use-desk'
import { DirectionField } from '@/components/editor/fields/direction-field'
import { FieldConflict } from '@/components/editor/fields/field-conflict'
import { FieldMessage, TextField } from '@/components/editor/fields/text-field'
import { renumber } from '@/lib/issues/rules'

/** Subject, preheader, address and the like: filled from the templates, and closed until somebody asks. */
export function Envelope() {
  const { desk, editor } = useDesk()
  const open = useDeskState((state) => state.envelopeOpen)
  const asked = useDeskState(({ editing }) => (editing?.row.kind === 'issue' ? editing : null))
  const { subject, preheader, slug } = useEditorState(({ doc }) => doc.issue)
  const troubled = useEditorState(({ sync, doc }) => {
    const row = sync[doc.issueId]
    const fields = [...Object.keys(row?.errors ?? {}), ...Object.keys(row?.conflicts ?? {})]
    return fields.some((field) => !['title', 'intro', 'outro'].includes(field))
  })
  const form = useRef<HTMLDivElement>(null)
  const shown = open || troubled
  useEffect(() => {
    if (shown && asked) form.current?.querySelector<HTMLElement>(`[data-field="${asked.field}"]`)?.focus()
  }, [shown, asked])
  const row = { kind: 'issue' as const, id: editor.state.doc.issueId }
  return (
    <div className="ed-envelope">
      <button
        type="button"
        className="ed-envelope-line"
        aria-expanded={shown}
        onClick={() => desk.set({ envelopeOpen: !open })}
      >
        <span>
          Subject <b>{subject || '—'}</b>
        </span>
        <span>Preheader {preheader ? <b>{preheader}</b> : '—'}</span>
        <span>/issues/{slug}</span>
        <ChevronDown aria-hidden="true" size={15} />
      </button>
      {shown ? (
        <div ref={form} className="ed-envelope-form" data-form="envelope">
          <TextField row={row} field="subject" label="Subject" shown />
          <TextField
            row={row}
            field="preheader"
            label="Preheader"
            shown
            placeholder="What a mail program shows after the subject"
          />
          <TextField row={row} field="slug" label="Address: /issues/" shown dir="ltr" />
          <NumberField />
          <DateField />
          <TextField
            row={row}
            field="lang"
            label="Language"
            shown
            emptyIsNone
            placeholder="as the publication, such as en"
          />
          <DirectionField row={row} none="as its language" />
        </div>
      ) : null}
    </div>
  )
}

function useIssueField(field: 'number' | 'date') {
  const { editor } = useDesk()
  const row = { kind: 'issue' as const, id: editor.state.doc.issueId }
  return { editor, row, ...useField(row, field) }
}

function DateField() {
  const { editor, row, value, error, conflicted, theirs } = useIssueField('date')
  return (
    <div className="ed-field">
      <label className="ed-label" htmlFor="ed-date">
        Date
      </label>
      <input
        id="ed-date"
        type="date"
        className="ed-area"
        data-field="date"
        value={String(value ?? '')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'ed-date-error' : undefined}
        onChange={(event) => event.target.value && editor.edit(row, 'date', event.target.value)}
        onBlur={() => editor.leave(row)}
      />
      {error ? <FieldMessage id="ed-date-error">{error}</FieldMessage> : null}
      {conflicted ? <FieldConflict row={row} field="date" label="Date" mine={value} theirs={theirs} /> : null}
    </div>
  )
}

function NumberField() {
  const { editor, row, value, error, conflicted, theirs } = useIssueField('number')
  // The number that title, subject and address were made for.
  const [from, setFrom] = useState<number | null>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const bad = draft !== null && !/^[1-9]\d{0,5}$/.test(draft.trim())
  const message = bad ? 'A number is a whole number, at least 1.' : error
  return (
    <div className="ed-field">
      <label className="ed-label" htmlFor="ed-number">
        Number
      </label>
      <input
        id="ed-number"
        className="ed-area"
        inputMode="numeric"
        data-field="number"
        value={draft ?? String(value ?? '')}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? 'ed-number-error' : undefined}
        onChange={(event) => {
          const text = event.target.value
          setDraft(text)
          if (/^[1-9]\d{0,5}$/.test(text.trim())) {
            setFrom((before) => before ?? Number(value))
            editor.edit(row, 'number', Number(text))
          }
        }}
        onBlur={() => {
          if (!bad) setDraft(null)
          editor.leave(row)
        }}
      />
      {message ? <FieldMessage id="ed-number-error">{message}</FieldMessage> : null}
      {conflicted ? (
        <FieldConflict row={row} field="number" label="Number" mine={value} theirs={theirs} />
      ) : null}
      {from !== null && !message ? <Renumber from={from} onDone={() => setFrom(null)} /> : null}
    </div>
  )
}

const fieldNames = { title: 'title', subject: 'subject', slug: 'address' } as const

/** Offers to change what still says the number that the issue had. */
function Renumber({ from, onDone }: { from: number; onDone: () => void }) {
  const { editor, announce } = useDesk()
  const issue = useEditorState(({ doc }) => doc.issue)
  const to = issue.number ?? from
  const changes = Object.entries(renumber(issue, from, to)) as [keyof typeof fieldNames, string][]
  if (to === from || changes.length === 0) return null
  const said = new Intl.ListFormat('en').format(changes.map(([field]) => fieldNames[field]))
  const row = { kind: 'issue' as const, id: editor.state.doc.issueId }
  const change = () => {
    for (const [field, value] of changes) editor.edit(row, field, value)
    editor.leave(row)
    announce(`Changed ${said}.`)
    onDone()
  }
  return (
    <p className="ed-offer" role="status">
      The {said} still {changes.length === 1 ? 'says' : 'say'} {from}.{' '}
      <button type="button" onClick={change}>
        Change to {to}
      </button>
    </p>
  )
}
