'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClass } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'

type Props = { base: string; hasImage: boolean; onSaved: () => void }

type Answer = { error?: { message: string } } | null

/** The image of the copy: chosen, replaced or taken out. Works without script as a plain form. */
export function CopyImage({ base, hasImage, onSaved }: Props) {
  const router = useRouter()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (data: FormData, done: string) => {
    setBusy(true)
    setProblem(null)
    const response = await fetch(`${base}/image`, {
      method: 'POST',
      body: data,
      headers: { accept: 'application/json' },
    }).catch(() => null)
    const answer = response ? ((await response.json().catch(() => null)) as Answer) : null
    setBusy(false)
    if (!response?.ok) {
      setProblem(answer?.error?.message ?? 'The server can’t be reached. Check the connection and try again.')
      return
    }
    toast({ message: done })
    onSaved()
    router.refresh()
  }
  const submit = (done: string) => (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) void send(new FormData(event.currentTarget), done)
  }
  return (
    <div className="grid gap-3 rounded-lg border border-rule px-4 py-3">
      {hasImage ? (
        <form
          method="post"
          action={`${base}/image`}
          encType="multipart/form-data"
          className="flex flex-wrap items-center gap-3"
          onSubmit={submit('The image is taken out.')}
        >
          <p className="text-[0.8125rem] text-muted">Your copy has an image; the proof shows it.</p>
          <input type="hidden" name="remove" value="yes" />
          <button type="submit" className={buttonClass()}>
            Take the image out
          </button>
        </form>
      ) : null}
      <form
        method="post"
        action={`${base}/image`}
        encType="multipart/form-data"
        className="flex flex-wrap items-end gap-3"
        onSubmit={submit('The image stands in your copy.')}
      >
        <Field
          label={hasImage ? 'Another image' : 'Image'}
          hint="PNG, JPEG, WebP or GIF, at most 3 MB."
          error={problem}
          className="min-w-0 flex-1"
        >
          {(control) => (
            <input
              {...control}
              type="file"
              name="image"
              accept="image/png,image/jpeg,image/webp,image/gif"
              required
              className={inputClass}
            />
          )}
        </Field>
        <button type="submit" aria-disabled={busy} className={buttonClass()}>
          {busy ? 'Sending…' : 'Use this image'}
        </button>
      </form>
    </div>
  )
}
