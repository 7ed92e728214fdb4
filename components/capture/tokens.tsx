'use client'

import { useRef, useState } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { Moment } from '@/components/accounts/moment'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Cell, Row, Table } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import type { TokenRow } from '@/lib/accounts/rules'
import type { TokenKind } from '@/lib/accounts/schema'
import { CopyField } from './copy-field'

type Props = {
  kind: TokenKind
  tokens: readonly TokenRow[]
  zone: string
  /** Names what is made: `token`, `address`. */
  noun: string
  /** Of a name, e.g. `iPhone`. */
  example: string
  /** What stands before the token and behind it where it is shown as an address. */
  around?: { before: string; after: string }
  /** Of the page that it stands on. */
  path: string
}

/** A person's tokens of one kind: making one, which is shown this once, and revoking. */
export function Tokens({ kind, tokens, zone, noun, example, around, path }: Props) {
  const { send, busy, error } = useFormCommand()
  const [made, setMade] = useState<{ name: string; text: string } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const make = async (name: string) => {
    await send<{ token: string }>('POST', '/api/tokens', { kind, name }, ({ token }) => {
      setMade({ name, text: around ? around.before + token + around.after : token })
      form.current?.reset()
    })
  }
  return (
    <div className="grid gap-3">
      <form
        ref={form}
        noValidate
        className="grid gap-2 sm:grid-cols-[1fr_auto] sm:items-start"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void make(String(new FormData(event.currentTarget).get('name')))
        }}
      >
        <Field label={`For which app or device, such as “${example}”`} error={error?.fields.name}>
          {(control) => <TextInput {...control} name="name" autoComplete="off" maxLength={120} />}
        </Field>
        <Button type="submit" busy={busy} className="sm:mt-6">
          Make {noun === 'address' ? 'an' : 'a'} {noun}
        </Button>
      </form>
      <CommandProblem error={error} path={path} />
      {made ? (
        <div role="status">
          <Notice tone="ok">
            <CopyField label={`The ${noun} for “${made.name}”`} text={made.text} />
            <p className="mt-1 text-[0.8125rem] text-muted">
              It is shown this once. Treat it like a password: whoever has it can use it until you revoke it.
            </p>
          </Notice>
        </div>
      ) : null}
      {tokens.length > 0 ? (
        <div className="rounded-lg border border-rule">
          <Table caption={`Your ${noun}s`} columns={['Name', 'Made', 'Last used', 'Actions']}>
            {tokens.map((token) => (
              <TokenLine key={token.id} token={token} noun={noun} zone={zone} />
            ))}
          </Table>
        </div>
      ) : null}
    </div>
  )
}

function TokenLine({ token, noun, zone }: { token: TokenRow; noun: string; zone: string }) {
  const { id, name, createdAt, usedAt } = token
  const { post } = useRefreshingCommand()
  const [asks, setAsks] = useState(false)
  const revoke = async () => {
    await post(`/api/tokens/${id}/revoke`, `The ${noun} for “${name}” opens nothing any more.`)
  }
  return (
    <Row className="last:border-b-0">
      <Cell header>
        <span dir="auto" className="font-medium">
          {name}
        </span>
      </Cell>
      <Cell label="Made">
        <Moment at={createdAt} zone={zone} />
      </Cell>
      <Cell label="Last used">{usedAt ? <Moment at={usedAt} zone={zone} /> : 'Never'}</Cell>
      <Cell className="md:py-1.5">
        <Button onClick={() => setAsks(true)} aria-label={`Revoke the ${noun} for ${name}`}>
          Revoke
        </Button>
        <ConfirmDialog
          open={asks}
          onOpenChange={setAsks}
          title={`Revoke the ${noun} for “${name}”?`}
          confirm="Revoke"
          tone="danger"
          onConfirm={revoke}
        >
          Whatever uses it is out at once. You can make a new one.
        </ConfirmDialog>
      </Cell>
    </Row>
  )
}
