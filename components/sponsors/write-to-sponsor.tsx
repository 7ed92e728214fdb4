'use client'

import { useRef } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { useToast } from '@/components/ui/toast'

/** A word to the sponsor that decides nothing. */
export function WriteToSponsor({ slotId, name }: { slotId: string; name: string }) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const write = async (data: FormData) => {
    if (!(await send('POST', `/api/slots/${slotId}/comment`, { comment: data.get('comment') }))) return
    toast({ message: `Your message is with ${name}.` })
    form.current?.reset()
  }
  return (
    <form
      ref={form}
      className="mt-6 grid max-w-prose gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void write(new FormData(event.currentTarget))
      }}
    >
      <Field label={`Write to ${name}`} error={error?.fields.comment}>
        {(control) => <TextArea {...control} name="comment" rows={3} dir="auto" />}
      </Field>
      <CommandProblem error={error} path={`/admin/sponsors/slots/${slotId}`} />
      <div>
        <Button type="submit" busy={busy}>
          Send the message
        </Button>
      </div>
    </form>
  )
}
