'use client'

import { useRouter } from 'next/navigation'
import { type MouseEvent, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClass } from '@/components/ui/input-class'
import { useAnnounce } from '@/components/ui/live-region'
import { useToast } from '@/components/ui/toast'

type Props = {
  /** Of the handlers, e.g. `/api/portal/slots/ID`. */
  base: string
  hasImage: boolean
  onSaved: () => void
}

type Answer = { error?: { message: string } } | null

/**
 * The image of the copy: used as soon as it is chosen, replaced or taken out. It stands in the form of the copy, so that
 * without script nothing that is typed there is lost when an image is sent.
 */
export function CopyImage({ base, hasImage, onSaved }: Props) {
  const router = useRouter()
  const toast = useToast()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async (name: 'image' | 'remove', value: Blob | string, done: string) => {
    const data = new FormData()
    data.set(name, value)
    setBusy(true)
    setProblem(undefined)
    const response = await fetch(`${base}/image`, {
      method: 'POST',
      body: data,
      headers: { accept: 'application/json' },
    }).catch(() => null)
    const answer = response ? ((await response.json().catch(() => null)) as Answer) : null
    setBusy(false)
    if (!response?.ok) {
      const message =
        answer?.error?.message ?? 'The server can’t be reached. Check the connection and try again.'
      setProblem(message)
      announce(message)
      return
    }
    toast({ message: done })
    onSaved()
    router.refresh()
  }
  const takeOut = (event: MouseEvent) => {
    event.preventDefault()
    if (!busy) void send('remove', 'yes', 'The image is taken out.')
  }
  return (
    <div className="grid gap-3">
      <Field
        label={hasImage ? 'Another image' : 'Image'}
        hint={busy ? 'Sending…' : 'PNG, JPEG, WebP or GIF, at most 3 MB.'}
        error={problem}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            name="image"
            accept="image/png,image/jpeg,image/webp,image/gif"
            disabled={busy}
            className={inputClass}
            onChange={({ target }) => {
              const [file] = target.files ?? []
              // The same one can be chosen again once it was mended.
              target.value = ''
              if (file) void send('image', file, 'The image stands in your copy.')
            }}
          />
        )}
      </Field>
      <button
        type="submit"
        name="intent"
        value="save"
        className={`${buttonClass()} hidden! justify-self-start [@media(scripting:none)]:inline-flex!`}
      >
        Use this image
      </button>
      {hasImage ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-[0.8125rem] text-muted">Your copy has an image; the proof shows it.</p>
          <button type="submit" name="remove" value="yes" className={buttonClass()} onClick={takeOut}>
            Take the image out
          </button>
        </div>
      ) : null}
    </div>
  )
}
