'use client'

import { useState } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { type NoticeKind, noticeKinds } from '@/lib/accounts/schema'

const words: Record<NoticeKind, { label: string; hint: string }> = {
  held: {
    label: 'An issue is held, or will be',
    hint: 'A day ahead where a finding would hold it, three hours ahead where links broke, and when it did not go out.',
  },
  late: {
    label: 'An issue went out late',
    hint: 'When nothing ran at its time, and it went out afterwards.',
  },
  inbox: {
    label: 'The inbox is filling up',
    hint: 'When 200 links wait to be sorted, or 150 suggestions; then once a week while it stays so.',
  },
  copy: {
    label: 'A sponsor did something',
    hint: 'Sent copy, accepted yours, wrote to you, or can’t be reached.',
  },
  duties: { label: 'What is due with sponsors', hint: 'In the morning, on days on which something is.' },
  landing: { label: 'A sponsor’s page stopped working', hint: 'When it is worse than at the last look.' },
  requests: { label: 'Somebody asks for a date', hint: 'At the storefront; and when a request ran out.' },
}

/** What the studio mails this person of. */
export function MailChoice({ muted: before }: { muted: NoticeKind[] }) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const [muted, setMuted] = useState<readonly NoticeKind[]>(before)
  const toggle = (kind: NoticeKind, wanted: boolean) =>
    setMuted((kinds) => (wanted ? kinds.filter((one) => one !== kind) : [...kinds, kind]))
  const save = async () => {
    if (await send('PATCH', '/api/people/me/mails', { muted })) toast({ message: 'Saved.' })
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save()
      }}
    >
      <fieldset className="grid gap-3">
        <legend className="sr-only">Mail when</legend>
        {noticeKinds.map((kind) => (
          <label key={kind} className="flex items-start gap-2">
            <input
              type="checkbox"
              className="mt-1 size-4 flex-none"
              checked={!muted.includes(kind)}
              onChange={({ target }) => toggle(kind, target.checked)}
            />
            <span>
              {words[kind].label}
              <span className="block text-[0.8125rem] text-muted">{words[kind].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button type="submit" busy={busy}>
          Save mails
        </Button>
      </div>
      <CommandProblem error={error} path="/admin/sessions" />
    </form>
  )
}
