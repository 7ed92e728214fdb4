'use client'

import { useMemo, useState } from 'react'
import { useDays } from '@/components/inbox/use-inbox'
import { CommandError, sendCommand } from '@/components/studio/send-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { nameOfCapture, sayKept } from '@/lib/captures/rules'
import { type CaptureText, captureTextSchema, type KeptCapture } from '@/lib/captures/schema'
import type { Recalled } from '@/lib/memory/schema'
import type { Handed } from '@/lib/sharing/rules'
import { CaptureDone } from './capture-done'
import { HandedMemory } from './handed-memory'
import { useSelection } from './use-selection'

type Problems = Partial<Record<keyof CaptureText | 'form' | 'source', string>>
type Props = {
  handed: Handed
  /** What was wrong with it when it came without script. */
  problems: Problems
  /** Whether more was selected than a quote holds. */
  isCut: boolean
  commandId: string
  /** What memory says of what was handed over. */
  recalled: Recalled
  /** When the window was made, in ms, and the publication’s IANA zone. */
  now: number
  zone: string
}

const fields = [
  { name: 'title', label: 'Title', rows: 0 },
  { name: 'url', label: 'Address', rows: 0 },
  { name: 'quote', label: 'Quote', rows: 4 },
  { name: 'note', label: 'Note', rows: 2 },
  { name: 'via', label: 'Via', rows: 0 },
] as const

/** What another page or app handed over, to be looked at and saved. A plain form, which works without script. */
export function CaptureWindow({
  handed,
  problems: sent,
  isCut: wasCut,
  commandId,
  recalled,
  now,
  zone,
}: Props) {
  const { source, ...begun } = handed
  const [typed, setTyped] = useState<CaptureText>(begun)
  const [problems, setProblems] = useState<Problems>(sent)
  const [isOut, setOut] = useState(false)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<KeptCapture | null>(null)
  const days = useDays(zone)
  const reading = useMemo(() => ({ now: new Date(now), days }), [now, days])
  const selection = useSelection(handed, (quote) => setTyped((now) => ({ ...now, quote })))
  if (saved) {
    const { id, outcome, waiting, undo } = saved
    const name = nameOfCapture(waiting ?? typed)
    const told = sayKept(saved, reading)
    return <CaptureDone {...{ id, outcome, name, told, commandId }} before={undo} closes />
  }
  const save = async (form: HTMLFormElement) => {
    if (busy) return
    const checked = captureTextSchema.safeParse(typed)
    if (!checked.success) {
      setProblems(Object.fromEntries(checked.error.issues.map(({ path, message }) => [path[0], message])))
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setBusy(true)
    try {
      const kept = await sendCommand<KeptCapture>('POST', '/api/captures', { ...checked.data, source })
      selection.forget()
      setSaved(kept)
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      setOut(error.code === 'unauthenticated')
      const named = fields.some(({ name }) => error.fields[name])
      setProblems({ ...error.fields, ...(named ? {} : { form: error.message }) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      method="post"
      action="/api/captures"
      noValidate
      className="mt-1 grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save(event.currentTarget)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event.currentTarget)
      }}
    >
      <h1 className="font-text text-xl leading-tight font-bold">Bring into the inbox</h1>
      {problems.form ? (
        <Notice tone="bad" alert>
          <p>{problems.form}</p>
          {isOut ? (
            <p>
              <a
                href="/sign-in?next=/admin/inbox"
                target="_blank"
                rel="noopener"
                className="text-accent underline"
              >
                Sign in in a new tab
              </a>
              , then save here.
            </p>
          ) : null}
        </Notice>
      ) : null}
      {wasCut || selection.isCut ? (
        <Notice tone="warn">
          <p>You selected more than a quote can hold. This is its beginning.</p>
        </Notice>
      ) : null}
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="source" value={source} />
      {fields.map(({ name, label, rows }) => {
        const Control = rows ? TextArea : TextInput
        const field = (
          <Field key={name} label={label} error={problems[name]}>
            {(control) => (
              <Control
                {...control}
                {...(rows ? { rows, className: 'max-h-52 min-h-0' } : {})}
                {...(name === 'url' ? { inputMode: 'url' as const, dir: 'ltr' } : { dir: 'auto' })}
                name={name}
                value={typed[name]}
                onChange={(event: { target: { value: string } }) => {
                  setTyped((now) => ({ ...now, [name]: event.target.value }))
                  setProblems(({ [name]: _, ...rest }) => rest)
                }}
              />
            )}
          </Field>
        )
        if (name !== 'url') return field
        const { url, title } = typed
        return (
          <div key={name} className="grid gap-1.5">
            {field}
            <HandedMemory url={url.trim()} title={title} reading={reading} first={recalled} />
          </div>
        )
      })}
      <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-rule bg-bg py-3">
        <Button type="submit" tone="primary" busy={busy}>
          Save
        </Button>
        <a
          href="/admin/inbox"
          target="_blank"
          rel="noopener"
          className="text-[0.8125rem] text-accent underline"
        >
          Open the inbox
        </a>
      </div>
    </form>
  )
}
