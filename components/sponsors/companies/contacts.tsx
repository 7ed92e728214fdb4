'use client'

import { useRef } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { useFirstRefused } from '@/components/ui/use-first-refused'
import type { CompanyContact } from '@/lib/slots/schema'
import { ContactRow } from './contact-row'

/** What adding a contact answers; `signIn` where they are to sign in too. */
type Added = { signIn: { linked: boolean; message: string } | null }

type Props = { sponsorId: string; contacts: readonly CompanyContact[]; zone: string }

/** The people at a company: whom mails go to, and who may write its copy. */
export function Contacts({ sponsorId, contacts, zone }: Props) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  useFirstRefused(form, error)
  const add = async (data: FormData) => {
    const invite = data.get('invite') === 'on'
    const input = { name: data.get('name'), email: data.get('email'), invite }
    const tell = ({ signIn }: Added) => {
      const added = `${String(input.email).trim()} is added.`
      const tone = signIn?.linked === false ? 'bad' : 'plain'
      toast({ message: signIn ? `${added} ${signIn.message}` : added, tone })
    }
    const path = `/api/sponsors/${sponsorId}/contacts`
    if (await send<Added>('POST', path, input, tell)) form.current?.reset()
  }
  return (
    <section aria-labelledby="contacts" className="grid gap-3">
      <h2 id="contacts" className="font-semibold">
        Contacts
      </h2>
      {contacts.length > 0 ? (
        <ul className="rounded-lg border border-rule bg-pane">
          {contacts.map((contact) => (
            <ContactRow key={contact.id} contact={contact} zone={zone} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">
          Nobody yet. Add whoever sends you their copy: they get a link and need no account.
        </p>
      )}
      <form
        ref={form}
        noValidate
        aria-label="Add a contact"
        className="grid gap-3 md:grid-cols-[2fr_2fr_auto] md:items-start"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void add(new FormData(event.currentTarget))
        }}
      >
        <Field label="Email address" error={error?.fields.email}>
          {(control) => <TextInput {...control} name="email" type="email" autoComplete="off" />}
        </Field>
        <Field label="Name, if you like" error={error?.fields.name}>
          {(control) => <TextInput {...control} name="name" dir="auto" autoComplete="off" />}
        </Field>
        <label className="flex items-center gap-2 pointer-coarse:min-h-11 md:order-1 md:col-span-3">
          <input type="checkbox" name="invite" className="size-4" />
          Also let them sign in, without a link
        </label>
        <Button type="submit" busy={busy} className="md:mt-6">
          Add a contact
        </Button>
      </form>
      <CommandProblem error={error} path={`/admin/sponsors/companies/${sponsorId}`} />
    </section>
  )
}
