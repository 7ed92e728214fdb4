'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { loadPaste, onMarkdownKey, onMarkdownPaste } from '@/components/editor/fields/use-markdown-keys'
import { CommandError } from '@/components/studio/send-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { useFirstRefused } from '@/components/ui/use-first-refused'
import { copyFields } from '@/lib/slots/rules'
import type { SlotSpec } from '@/lib/slots/schema'
import { CopyConflict } from './copy-conflict'
import { CopyCounter } from './copy-counter'
import type { CopyField, CopyText } from './copy-draft'
import { CopyTools } from './copy-tools'
import { PastDates } from './past-dates'
import type { useCopyDraft } from './use-copy-draft'

const states = {
  saved: 'Saved',
  writing: 'Saving…',
  saving: 'Saving…',
  waiting: 'Not saved yet',
}

/** Where two texts are to be chosen from, that is what it waits for. */
const waitsFor = ({ state, conflicts }: Props['draft']) =>
  state === 'waiting' && Object.keys(conflicts).length > 0
    ? 'Not saved yet: choose between the two texts above.'
    : states[state]

type Props = {
  /** Of the handlers, e.g. `/api/portal/slots/ID`. */
  base: string
  draft: ReturnType<typeof useCopyDraft>
  /** The version the page was drawn with, for a form sent without script. */
  version: number
  spec: SlotSpec
  /** `YYYY-MM-DD` */
  issueDate: string
  hasImage: boolean
  /** Where an image is chosen, for placements that have one. */
  image: ReactNode
  /** What the page itself found wrong, for those without script. */
  problems: Partial<Record<string, string>>
  /** The words of the button; null where nothing is taken any more. */
  submit: string | null
  /** What was sent last, where sending the same again would be no news. */
  known: (CopyText & { hasSameImage: boolean }) | null
  sent: string
}

/** The form of the copy, to which what stands elsewhere on the page may belong. */
export const COPY_FORM = 'copy-form'

/** The buttons that were pressed go with their conflict. */
const focusOn = (field: Element | RadioNodeList | null | undefined) => {
  if (field instanceof HTMLElement) field.focus()
}

/** Headline, text, call to action and address of ad copy; saves itself, and works without script too. */
export function CopyForm(props: Props) {
  const { base, draft, version, spec, issueDate, hasImage, image, problems, submit, known, sent } = props
  const router = useRouter()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const [errors, setErrors] = useState(problems)
  const [alarm, setAlarm] = useState<string | null>(null)
  const [refusals, setRefusals] = useState(0)
  useFirstRefused(form, refusals)
  const [busy, setBusy] = useState(false)
  const { text, conflicts } = draft
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  const isKnown =
    hasScript && known?.hasSameImage === true && copyFields.every((field) => known[field] === text[field])
  const error = (field: CopyField) => errors[field]
  const write = (field: CopyField) => (event: { target: { value: string } }) => {
    setErrors(({ [field]: _, ...rest }) => rest)
    setAlarm(null)
    draft.write(field, event.target.value)
  }
  const send = async () => {
    setBusy(true)
    setAlarm(null)
    try {
      await draft.submit()
      setErrors({})
      toast({ message: sent })
      router.refresh()
    } catch (thrown) {
      if (!(thrown instanceof CommandError)) throw thrown
      setErrors(thrown.fields)
      setAlarm(thrown.message)
      setRefusals((count) => count + 1)
    } finally {
      setBusy(false)
    }
  }
  const conflict = (field: CopyField) =>
    conflicts[field] === undefined ? null : (
      <CopyConflict
        mine={text[field]}
        theirs={conflicts[field]}
        onChoose={(value) => {
          draft.choose(field, value)
          focusOn(form.current?.elements.namedItem(field))
        }}
      />
    )
  return (
    <form
      ref={form}
      id={COPY_FORM}
      method="post"
      action={`${base}/copy`}
      encType="multipart/form-data"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !isKnown && submit) void send()
      }}
    >
      <input type="hidden" name="version" value={version} />
      <Field label="Headline, if you want one" error={error('headline')}>
        {(control) => (
          <TextInput
            {...control}
            name="headline"
            dir="auto"
            value={text.headline}
            onChange={write('headline')}
          />
        )}
      </Field>
      {conflict('headline')}
      <Field
        label="Text"
        error={error('text')}
        hint={
          <>
            <span className="[@media(scripting:none)]:hidden">
              Paste from a document: links, bold and bullets stay.
            </span>
            <span className="hidden [@media(scripting:none)]:inline">
              A link is [words](https://example.org), **this** is bold, and a line that begins with “- ” is a
              bullet.
            </span>{' '}
            An empty line begins a paragraph.
          </>
        }
      >
        {(control) => (
          <div className="grid gap-1">
            <CopyTools area={area} />
            <TextArea
              {...control}
              ref={area}
              name="text"
              rows={8}
              dir="auto"
              value={text.text}
              onChange={write('text')}
              onKeyDown={onMarkdownKey}
              onPaste={onMarkdownPaste}
              onFocus={() => void loadPaste()}
            />
          </div>
        )}
      </Field>
      {conflict('text')}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Call to action" error={error('callToAction')} hint="The words of the link at the end.">
          {(control) => (
            <TextInput
              {...control}
              name="callToAction"
              dir="auto"
              value={text.callToAction}
              onChange={write('callToAction')}
            />
          )}
        </Field>
        <Field label="Address" error={error('url')} hint="Where it leads; never altered, tracking included.">
          {(control) => (
            <TextInput {...control} name="url" inputMode="url" value={text.url} onChange={write('url')} />
          )}
        </Field>
      </div>
      {conflict('callToAction')}
      {conflict('url')}
      {image}
      {hasImage ? (
        <Field label="What the image shows" error={error('imageAlt')} hint="For readers who don’t see it.">
          {(control) => (
            <TextInput
              {...control}
              name="imageAlt"
              dir="auto"
              value={text.imageAlt}
              onChange={write('imageAlt')}
            />
          )}
        </Field>
      ) : null}
      {errors.imageId ? <Notice tone="bad">{errors.imageId}</Notice> : null}
      <div className="grid gap-2">
        <CopyCounter text={text} spec={spec} />
        <div aria-live="polite">
          <PastDates copy={text} issueDate={issueDate} />
        </div>
      </div>
      {draft.recovered ? (
        <Notice tone="warn">
          What you typed here before and could not be saved is back in the form.
          {draft.state === 'saved' ? ' It is saved now.' : ''}
        </Notice>
      ) : null}
      {alarm || draft.problem ? (
        <Notice tone="bad" alert>
          {alarm ?? draft.problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        {submit ? (
          <Button type="submit" tone="primary" name="intent" value="submit" busy={busy || isKnown}>
            {submit}
          </Button>
        ) : null}
        <button
          type="submit"
          name="intent"
          value="save"
          className="hidden min-h-9 rounded-md border border-edge bg-pane px-3 text-[0.8125rem] [@media(scripting:none)]:inline-flex [@media(scripting:none)]:items-center"
        >
          Save for later
        </button>
        <p role="status" className="text-[0.8125rem] text-muted [@media(scripting:none)]:hidden">
          {isKnown ? 'This is what was sent. Change it, and it can be sent again.' : waitsFor(draft)}
        </p>
      </div>
    </form>
  )
}
