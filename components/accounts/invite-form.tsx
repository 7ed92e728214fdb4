'use client'

import { useRef } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { staffRoles } from '@/components/accounts/roles'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'

/** Invites a person by address; keeps what was typed when that does not work. */
export function InviteForm() {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  async function invite(data: FormData): Promise<void> {
    const input = { email: data.get('email'), name: data.get('name'), role: data.get('role') }
    if (!(await send('POST', '/api/people', input))) return
    toast({ message: `An invitation is on its way to ${String(input.email).trim()}.` })
    form.current?.reset()
  }
  return (
    <form
      ref={form}
      aria-labelledby="invite"
      noValidate
      className="grid gap-4 rounded-lg border border-rule bg-pane p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void invite(new FormData(event.currentTarget))
      }}
    >
      <h2 id="invite" className="font-semibold">
        Invite somebody
      </h2>
      <div className="grid gap-4 md:grid-cols-[2fr_1.5fr_2fr_auto] md:items-start">
        <Field label="Email address" error={error?.fields.email}>
          {(control) => <TextInput {...control} name="email" type="email" autoComplete="off" required />}
        </Field>
        <Field label="Name, if you like" error={error?.fields.name}>
          {(control) => <TextInput {...control} name="name" autoComplete="off" />}
        </Field>
        <Field label="Role" error={error?.fields.role}>
          {(control) => <Select {...control} name="role" options={staffRoles} />}
        </Field>
        <Button type="submit" tone="primary" busy={busy} className="md:mt-6">
          Invite
        </Button>
      </div>
      <CommandProblem error={error} path="/admin/people" />
    </form>
  )
}
