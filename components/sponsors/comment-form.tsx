'use client'

import { useRef } from 'react'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { useToast } from '@/components/ui/toast'

type Props = {
  /** Of the handlers, e.g. `/api/portal/slots/ID`. */
  base: string
  to: string
  /** The form of the copy on the same page: without script it is sent along, or what is typed there would be lost. */
  form?: string
}

/** A word to the other side. */
export function CommentForm({ base, to, form }: Props) {
  const toast = useToast()
  const { send, busy, error } = useFormCommand()
  const area = useRef<HTMLTextAreaElement>(null)
  const say = async () => {
    const comment = area.current?.value
    if (busy || !(await send('POST', `${base}/comment`, { comment }))) return
    if (area.current) area.current.value = ''
    toast({ message: 'Your message is with the editors.' })
  }
  return (
    <form
      method="post"
      action={`${base}/comment`}
      className="mt-6 grid max-w-prose gap-2"
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label={`Write to ${to}`} error={error?.message}>
        {(control) => <TextArea {...control} ref={area} name="comment" form={form} rows={3} dir="auto" />}
      </Field>
      <div>
        <Button
          type="submit"
          busy={busy}
          {...(form ? { form, name: 'intent', value: 'comment' } : {})}
          onClick={(event) => {
            event.preventDefault()
            void say()
          }}
        >
          Send the message
        </Button>
      </div>
    </form>
  )
}
