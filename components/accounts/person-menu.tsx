'use client'

import { MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { PersonState } from '@/lib/accounts/rules'
import type { Role } from '@/lib/accounts/schema'

type Props = { id: string; email: string; name: string; role: Role; state: PersonState; isSelf: boolean }

/** What needs a second yes, and what it says. */
const questions = {
  disable: {
    title: (who: string) => `Disable ${who}?`,
    text: 'They are signed out everywhere at once and can’t sign in until you enable them. Their work stays.',
    confirm: 'Disable',
    done: (who: string) => `${who} is disabled.`,
  },
  withdraw: {
    title: (who: string) => `Withdraw the invitation of ${who}?`,
    text: 'Their link stops working. You can invite them again.',
    confirm: 'Withdraw',
    done: (who: string) => `The invitation of ${who} is withdrawn.`,
  },
} as const
type Question = keyof typeof questions

/** What an owner can do about one person: only what makes sense in the state they are in. */
export function PersonMenu({ id, email, name, role, state, isSelf }: Props) {
  const { post } = useRefreshingCommand()
  const [question, setQuestion] = useState<Question | null>(null)
  const who = name || email
  const carryOut = (action: string, done: string, input?: Record<string, unknown>) =>
    post(`/api/people/${id}/${action}`, done, input)
  const other = role === 'OWNER' ? 'EDITOR' : 'OWNER'
  const otherName = other === 'OWNER' ? 'an owner' : 'an editor'
  return (
    <>
      <Menu
        trigger={
          <Button tone="quiet" aria-label={`Actions for ${who}`} className="px-2">
            <MoreHorizontal aria-hidden="true" size={18} />
          </Button>
        }
      >
        {state === 'invited' ? (
          <MenuItem onSelect={() => void carryOut('invitation', `A new link is on its way to ${email}.`)}>
            Send the invitation again
          </MenuItem>
        ) : null}
        {role !== 'SPONSOR' && state !== 'disabled' ? (
          <MenuItem onSelect={() => void carryOut('role', `${who} is now ${otherName}.`, { role: other })}>
            Make {otherName}
          </MenuItem>
        ) : null}
        {state === 'disabled' ? (
          <MenuItem onSelect={() => void carryOut('enable', `${who} may sign in again.`)}>Enable</MenuItem>
        ) : null}
        {state === 'active' && !isSelf ? (
          <>
            <MenuSeparator />
            <MenuItem danger onSelect={() => setQuestion('disable')}>
              Disable…
            </MenuItem>
          </>
        ) : null}
        {state === 'invited' ? (
          <>
            <MenuSeparator />
            <MenuItem danger onSelect={() => setQuestion('withdraw')}>
              Withdraw the invitation…
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {question ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => setQuestion(open ? question : null)}
          title={questions[question].title(who)}
          confirm={questions[question].confirm}
          tone="danger"
          onConfirm={async () => {
            await carryOut(question, questions[question].done(who))
          }}
        >
          <p>{questions[question].text}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
