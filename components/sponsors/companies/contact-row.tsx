'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Moment } from '@/components/accounts/moment'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { copyText } from '@/components/ui/copy-text'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import type { CompanyContact } from '@/lib/slots/schema'

type Props = { contact: CompanyContact; zone: string }

const questions = {
  revoke: {
    title: 'Revoke all links of',
    confirm: 'Revoke',
    text: 'Whoever holds one is out at once. What was written stays. You can make a new link.',
  },
  remove: {
    title: 'Remove',
    confirm: 'Remove',
    text: 'They get no more mail, and neither a link nor signing in lets them in from now on. What they wrote stays.',
  },
} as const

/** A contact, and the link by which they come in. */
export function ContactRow({ contact, zone }: Props) {
  const { id, name, email, links, lastUsedAt, signsIn } = contact
  const router = useRouter()
  const toast = useToast()
  const { run, busy } = useCommand()
  const { post } = useRefreshingCommand()
  const [link, setLink] = useState<string | null>(null)
  const [question, setQuestion] = useState<keyof typeof questions | null>(null)
  const who = name || email
  const make = () =>
    run(async () => {
      const { url } = await sendCommand<{ url: string }>('POST', `/api/contacts/${id}/link`)
      setLink(url)
      router.refresh()
    })
  const copy = async () => {
    if (await copyText(link ?? '')) toast({ message: 'The link is on the clipboard.' })
    else toast({ message: 'The browser did not allow it. Select the link and copy it.', tone: 'bad' })
  }
  return (
    <li className="grid gap-2 border-b border-rule px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="me-auto min-w-0">
          <span dir="auto" className="font-medium">
            {who}
          </span>
          {name ? <span className="text-muted"> {email}</span> : null}
          <span className="block text-[0.8125rem] text-muted">
            {links === 0 ? 'No link works' : links === 1 ? 'One link works' : `${links} links work`}
            {signsIn ? ', may sign in' : ''}
            {lastUsedAt ? (
              <>
                , last used <Moment at={new Date(lastUsedAt)} zone={zone} />
              </>
            ) : null}
          </span>
        </p>
        <Button busy={busy} onClick={() => void make()} aria-label={`Make a link for ${who}`}>
          Make a link
        </Button>
        {links > 0 ? (
          <Button tone="quiet" onClick={() => setQuestion('revoke')} aria-label={`Revoke links of ${who}`}>
            Revoke links
          </Button>
        ) : null}
        <Button tone="quiet" onClick={() => setQuestion('remove')} aria-label={`Remove ${who}`}>
          Remove
        </Button>
      </div>
      {link ? (
        <div className="grid gap-1" role="status">
          <p className="text-[0.8125rem] text-muted">
            Whoever holds this link acts for {who}. It is shown this once, and works until it is revoked or
            not used for 180 days; mails carry links of their own.
          </p>
          <div className="flex gap-2">
            <TextInput
              readOnly
              aria-label={`Link for ${who}`}
              value={link}
              onFocus={(event) => event.target.select()}
            />
            <Button onClick={() => void copy()}>Copy</Button>
          </div>
        </div>
      ) : null}
      {question ? (
        <ConfirmDialog
          open
          onOpenChange={() => setQuestion(null)}
          title={`${questions[question].title} ${who}?`}
          confirm={questions[question].confirm}
          tone="danger"
          onConfirm={async () => {
            setLink(null)
            await post(
              `/api/contacts/${id}/${question}`,
              question === 'revoke' ? 'No link of theirs works any more.' : `${who} is removed.`,
            )
          }}
        >
          <p>{questions[question].text}</p>
        </ConfirmDialog>
      ) : null}
    </li>
  )
}
