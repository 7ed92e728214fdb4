'use client'

import { useRef } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'

/** Adds a company by its name; the rest is on its page. */
export function AddCompany() {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const add = async (data: FormData) => {
    const fields = { name: data.get('name'), website: data.get('website') }
    if (!(await send('POST', '/api/sponsors', { fields }))) return
    toast({ message: `${String(fields.name).trim()} is added.` })
    form.current?.reset()
  }
  return (
    <form
      ref={form}
      noValidate
      aria-labelledby="add-company"
      className="grid gap-4 rounded-lg border border-rule bg-pane p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void add(new FormData(event.currentTarget))
      }}
    >
      <h2 id="add-company" className="font-semibold">
        Add a company
      </h2>
      <div className="grid gap-4 md:grid-cols-[2fr_2fr_auto] md:items-start">
        <Field label="Name" error={error?.fields.name}>
          {(control) => <TextInput {...control} name="name" dir="auto" autoComplete="off" />}
        </Field>
        <Field label="Website, if you like" error={error?.fields.website}>
          {(control) => <TextInput {...control} name="website" inputMode="url" autoComplete="off" />}
        </Field>
        <Button type="submit" tone="primary" busy={busy} className="md:mt-6">
          Add
        </Button>
      </div>
      <CommandProblem error={error} path="/admin/sponsors/companies" />
    </form>
  )
}
