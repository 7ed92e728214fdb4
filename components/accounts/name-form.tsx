'use client'

import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'

/** One's own name, as the others see it beside one's work. */
export function NameForm({ name }: { name: string }) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  async function rename(data: FormData): Promise<void> {
    if (!(await send('PATCH', '/api/people/me', { name: data.get('name') }))) return
    toast({ message: 'Your name is saved.' })
  }
  return (
    <form
      className="grid max-w-md gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void rename(new FormData(event.currentTarget))
      }}
    >
      <Field label="Your name" hint="The others see it beside your work." error={error?.fields.name}>
        {(control) => <TextInput {...control} name="name" autoComplete="name" defaultValue={name} />}
      </Field>
      <div>
        <Button type="submit" busy={busy}>
          Save
        </Button>
      </div>
      <CommandProblem error={error} path="/admin/sessions" />
    </form>
  )
}
