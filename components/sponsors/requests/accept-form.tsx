'use client'

import { useId, useState } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useToast } from '@/components/ui/toast'
import type { RequestRow } from '@/lib/storefront/schema'

type Company = { id: string; name: string }

/** Says yes, as a new company or as one that is known. Nobody has proved yet to be who they say they are. */
export function AcceptForm({ request, companies }: { request: RequestRow; companies: Company[] }) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const note = useId()
  const { id, company, contactName, email, known } = request
  // Who has the address of a contact is that contact. A name alone proves nothing.
  const theirs = known.filter(({ byAddress }) => byAddress)
  const [proposed] = theirs.length === 1 ? theirs : []
  const [sponsorId, setSponsorId] = useState(proposed?.id ?? '')
  const names = known.map(({ name }) => `“${name}”`).join(', ')
  const accept = async () => {
    const input = sponsorId ? { sponsorId } : {}
    if (await send('POST', `/api/requests/${id}/accept`, input))
      toast({ message: `${company} is booked; ${contactName} is mailed a link to write the copy.` })
  }
  return (
    <form
      noValidate
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void accept()
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Book it for" className="min-w-56" error={error?.fields.sponsorId}>
          {(control) => (
            <Select
              {...control}
              value={sponsorId}
              onChange={({ target }) => setSponsorId(target.value)}
              options={[
                { value: '', label: `${company}, as a new company` },
                ...companies.map((each) => ({ value: each.id, label: each.name })),
              ]}
            />
          )}
        </Field>
        <Button type="submit" tone="primary" busy={busy} aria-describedby={note}>
          Accept
        </Button>
      </div>
      <p id={note} className="max-w-prose text-[0.8125rem] text-muted">
        {sponsorId !== '' && sponsorId === proposed?.id
          ? `${email} is a contact of ${proposed.name} already; that address is mailed the link.`
          : sponsorId
            ? `${contactName} becomes a contact there, and sees all of that company’s slots. Be sure that they belong to it.`
            : known.length > 0
              ? `You know ${names} already, by name or address. Choose it above if this is the same.`
              : ''}
      </p>
      <CommandProblem error={error} path="/admin/sponsors/requests" />
    </form>
  )
}
