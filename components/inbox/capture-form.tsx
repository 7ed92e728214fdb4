'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { CaptureRow, CaptureText } from '@/lib/captures/schema'
import { useInbox } from './use-inbox'
import { useSaveTexts } from './use-save-texts'

const fields = [
  { name: 'note', label: 'Note', long: true },
  { name: 'title', label: 'Title', long: false },
  { name: 'via', label: 'Via', long: false },
  { name: 'quote', label: 'Quote', long: true },
  { name: 'url', label: 'Address', long: false },
] as const

/** The texts of a capture, to be written in place. `Esc` leaves it as it was, `Ctrl+Enter` saves. */
export function CaptureForm({ row }: { row: CaptureRow }) {
  const { inbox } = useInbox()
  const [typed, setTyped] = useState<Partial<CaptureText>>({})
  const { save, busy, problems } = useSaveTexts(row)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), [])
  const close = () => {
    inbox.box.set({ editing: null })
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-capture="${row.id}"] [data-row]`)?.focus(),
    )
  }
  const submit = async () => {
    if (busy || Object.keys(typed).length === 0 || (await save(typed))) close()
  }
  return (
    <form
      ref={form}
      className="mt-2 grid gap-3 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
        else return
        event.preventDefault()
      }}
    >
      {fields.map(({ name, label, long }) => {
        const Control = long ? TextArea : TextInput
        return (
          <Field key={name} label={label} error={problems[name]} className={long ? 'sm:col-span-2' : ''}>
            {(control) => (
              <Control
                {...control}
                dir="auto"
                value={typed[name] ?? row[name]}
                onChange={(event: { target: { value: string } }) =>
                  setTyped((before) => ({ ...before, [name]: event.target.value }))
                }
              />
            )}
          </Field>
        )
      })}
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" tone="primary" busy={busy}>
          Save
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  )
}
