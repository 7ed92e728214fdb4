'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { CaptureRow } from '@/lib/captures/schema'
import { useInbox, useInboxState } from './use-inbox'

const fields = [
  { name: 'note', label: 'Note', long: true },
  { name: 'title', label: 'Title', long: false },
  { name: 'via', label: 'Via', long: false },
  { name: 'quote', label: 'Quote', long: true },
  { name: 'url', label: 'Address', long: false },
] as const

/** The texts of a capture, to be written in place; what is typed is held by the inbox until it is saved. `Esc` leaves it as it was, `Ctrl+Enter` saves. */
export function CaptureForm({ row }: { row: CaptureRow }) {
  const { inbox } = useInbox()
  const held = useInboxState(({ texts }) => texts[row.id])
  const isOpened = useInboxState(({ editing }) => editing === row.id)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // One that comes back by itself, with words that were typed before, takes the focus from nobody.
    if (isOpened && !form.current?.contains(document.activeElement))
      form.current?.querySelector<HTMLElement>('textarea')?.focus()
  }, [isOpened])
  const close = () => {
    const hasFocus = form.current?.contains(document.activeElement)
    if (inbox.state.editing === row.id) inbox.box.set({ editing: null })
    if (hasFocus)
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-capture="${row.id}"] [data-row]`)?.focus(),
      )
  }
  const submit = async () => {
    // What was typed on meanwhile is still to be saved.
    if (!held?.isSaving && (await inbox.texts.save(row.id)) && !inbox.state.texts[row.id]) close()
  }
  const cancel = () => {
    inbox.texts.drop(row.id)
    close()
  }
  return (
    <form
      ref={form}
      className="mt-2 grid gap-3 sm:grid-cols-2"
      onFocus={() => inbox.box.set({ editing: row.id })}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
        else return
        event.preventDefault()
      }}
    >
      {fields.map(({ name, label, long }) => {
        const Control = long ? TextArea : TextInput
        return (
          <Field
            key={name}
            label={label}
            error={held?.problems[name]}
            className={long ? 'sm:col-span-2' : ''}
          >
            {(control) => (
              <Control
                {...control}
                dir="auto"
                value={held?.fields[name] ?? row[name]}
                onChange={(event: { target: { value: string } }) =>
                  inbox.texts.write(row, { [name]: event.target.value })
                }
              />
            )}
          </Field>
        )
      })}
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" tone="primary" busy={held?.isSaving ?? false}>
          Save
        </Button>
        <Button onClick={cancel}>Cancel</Button>
      </div>
    </form>
  )
}
