'use client'

import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { useToast } from '@/components/ui/toast'
import type { RequestRow } from '@/lib/storefront/schema'

export type WriteKind = 'answer' | 'decline'

const words = {
  answer: {
    title: 'Answer',
    about: 'They get it by mail, and the date is kept for as long again from now.',
    label: 'Your answer',
    hint: 'Say how they reach you: the mail comes from this site.',
    send: 'Send the answer',
    done: 'Your answer is on its way.',
  },
  decline: {
    title: 'Decline',
    about: 'They get your reason by mail, and the date is free again.',
    label: 'Your reason',
    hint: 'In the words that they will read.',
    send: 'Decline',
    done: 'Declined; the date is free again.',
  },
} as const

type Props = { kind: WriteKind; request: RequestRow; onClose: () => void }

/** What the curator writes to whoever asked. */
export function WriteDialog({ kind, request: { id, company, email }, onClose }: Props) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const { title, about, label, hint, send: button, done } = words[kind]
  const submit = async (text: string) => {
    if (!(await send('POST', `/api/requests/${id}/${kind}`, { text }))) return
    toast({ message: done })
    onClose()
  }
  return (
    <Dialog open onOpenChange={onClose} title={`${title} ${company}`} description={about}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void submit(String(new FormData(event.currentTarget).get('text') ?? ''))
        }}
      >
        <Field label={`${label} to ${email}`} hint={hint} error={error?.fields.text}>
          {(control) => <TextArea {...control} name="text" dir="auto" rows={5} />}
        </Field>
        <CommandProblem error={error} path="/admin/sponsors/requests" />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone={kind === 'decline' ? 'danger' : 'primary'} busy={busy}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
