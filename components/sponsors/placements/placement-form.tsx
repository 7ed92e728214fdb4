'use client'

import { useRef, useState } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { useFirstRefused } from '@/components/ui/use-first-refused'
import { writeMoney } from '@/lib/money/rules'
import type { PlacementContent } from '@/lib/sponsors/schema'
import { changedFrom, readPlacementForm } from './read-placement-form'

type Props = {
  content: PlacementContent
  /** Of the placement that is there; without one, a new one is made. */
  version?: number
  /** Titles of the sections an issue usually has. */
  sections: readonly string[]
  path: string
}

const places = [
  { value: 'top', label: 'At the top' },
  { value: 'after', label: 'After a section' },
  { value: 'bottom', label: 'At the bottom' },
]

/** A placement: where it stands, what may be in it, what it costs, when copy is due. Only what was changed is sent. */
export function PlacementForm({ content, version, sections, path }: Props) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const [at, setAt] = useState(content.at)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const isNew = version === undefined
  useFirstRefused(form, problems)
  useFirstRefused(form, error)
  const wrong = (name: string) => problems[name] ?? error?.fields[name]
  const save = async (data: FormData) => {
    const read = readPlacementForm(data)
    setProblems(read.problems)
    if (Object.keys(read.problems).length > 0) return
    const fields = isNew ? read.fields : changedFrom(content, read.fields)
    if (Object.keys(fields).length === 0) return toast({ message: 'Nothing has changed.' })
    const input = isNew ? { fields } : { version, fields }
    if (!(await send(isNew ? 'POST' : 'PATCH', path, input))) return
    toast({ message: isNew ? `${read.fields.name} can be booked now.` : 'Saved.' })
    if (isNew) form.current?.reset()
  }
  const number = (name: keyof PlacementContent, label: string, hint?: string) => (
    <Field label={label} hint={hint} error={wrong(name)}>
      {(control) => (
        <TextInput {...control} name={name} inputMode="numeric" defaultValue={String(content[name])} />
      )}
    </Field>
  )
  const check = (name: 'imageAllowed' | 'acceptsLate' | 'isOffered', label: string) => (
    <label className="flex items-center gap-2">
      <input type="checkbox" name={name} defaultChecked={content[name]} className="size-4 flex-none" />
      {label}
    </label>
  )
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save(new FormData(event.currentTarget))
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" error={wrong('name')}>
          {(control) => <TextInput {...control} name="name" dir="auto" defaultValue={content.name} />}
        </Field>
        <Field label="Where it stands" error={wrong('at')}>
          {(control) => (
            <Select
              {...control}
              name="at"
              value={at}
              onChange={(event) => setAt(event.target.value as PlacementContent['at'])}
              options={places}
            />
          )}
        </Field>
        {at === 'after' ? (
          <Field
            label="After which section"
            hint="Where an issue has no such section, it stands at the bottom."
            error={wrong('sectionTitle')}
          >
            {(control) => (
              <>
                <TextInput
                  {...control}
                  name="sectionTitle"
                  list="sections"
                  defaultValue={content.sectionTitle ?? ''}
                />
                <datalist id="sections">
                  {sections.map((title) => (
                    <option key={title} value={title} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
        ) : null}
        {number('perIssue', 'How many of it in an issue')}
      </div>
      <Field
        label="What you tell sponsors about it"
        hint="Plain text, a sentence or two: it stands at the storefront, above their copy and in mails."
        error={wrong('description')}
      >
        {(control) => (
          <TextArea {...control} name="description" rows={2} dir="auto" defaultValue={content.description} />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        {number('maxCharacters', 'Visible characters', 'Headline, text and call to action together.')}
        {number('maxLinks', 'Links')}
        {number('deadlineDays', 'Copy due, days before the issue')}
        <Field label="Price" error={wrong('price')}>
          {(control) => (
            <TextInput
              {...control}
              name="price"
              inputMode="decimal"
              defaultValue={writeMoney(content.price, content.currency)}
            />
          )}
        </Field>
        <Field label="Currency" hint="Three letters, such as USD." error={wrong('currency')}>
          {(control) => (
            <TextInput {...control} name="currency" maxLength={3} defaultValue={content.currency} />
          )}
        </Field>
        <Field
          label="Remind them, days before the deadline"
          hint="Such as 7, 2, 0."
          error={wrong('reminderDays')}
        >
          {(control) => (
            <TextInput {...control} name="reminderDays" defaultValue={content.reminderDays.join(', ')} />
          )}
        </Field>
      </div>
      <div className="grid gap-2">
        {check('imageAllowed', 'One image is allowed')}
        {check('acceptsLate', 'Copy is taken after the deadline too, marked as late')}
        {check('isOffered', 'Offered to new sponsors')}
      </div>
      <CommandProblem error={error} path="/admin/sponsors/placements" />
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {isNew ? 'Make the placement' : 'Save'}
        </Button>
      </div>
    </form>
  )
}
