'use client'

import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import type { Company } from '@/lib/slots/schema'

/** What you know of a company; only what was changed is sent. */
export function CompanyForm({ company }: { company: Company }) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const stored: Record<string, string> = {
    name: company.name,
    website: company.website,
    field: company.field,
    notes: company.notes,
  }
  const save = async (data: FormData) => {
    const fields = Object.fromEntries(
      Object.keys(stored).flatMap((name) => {
        const typed = String(data.get(name) ?? '')
        return typed === stored[name] ? [] : [[name, typed]]
      }),
    )
    if (Object.keys(fields).length === 0) return toast({ message: 'Nothing has changed.' })
    const input = { version: company.version, fields }
    if (await send('PATCH', `/api/sponsors/${company.id}`, input)) toast({ message: 'Saved.' })
  }
  return (
    <form
      noValidate
      aria-labelledby="company"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save(new FormData(event.currentTarget))
      }}
    >
      <h2 id="company" className="font-semibold">
        About the company
      </h2>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Name" hint="Readers see it above the message." error={error?.fields.name}>
          {(control) => <TextInput {...control} name="name" dir="auto" defaultValue={company.name} />}
        </Field>
        <Field label="Website" error={error?.fields.website}>
          {(control) => (
            <TextInput {...control} name="website" inputMode="url" defaultValue={company.website} />
          )}
        </Field>
        <Field
          label="What it sells"
          hint="A word or two, such as “observability”."
          error={error?.fields.field}
        >
          {(control) => <TextInput {...control} name="field" dir="auto" defaultValue={company.field} />}
        </Field>
      </div>
      <Field label="Notes" hint="For yourself; the sponsor never sees them." error={error?.fields.notes}>
        {(control) => <TextArea {...control} name="notes" dir="auto" defaultValue={company.notes} />}
      </Field>
      <CommandProblem error={error} path={`/admin/sponsors/companies/${company.id}`} />
      <div>
        <Button type="submit" busy={busy}>
          Save
        </Button>
      </div>
    </form>
  )
}
