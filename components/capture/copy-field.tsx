'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'
import { inputClass } from '@/components/ui/input-class'
import { useToast } from '@/components/ui/toast'

type Props = { label: string; text: string }

/** A text to be taken elsewhere: selected when it gets the focus, or copied by its button. */
export function CopyField({ label, text }: Props) {
  const id = useId()
  const toast = useToast()
  const copy = async () => {
    if (await copyText(text)) toast({ message: 'It is on the clipboard.' })
    else toast({ message: 'The browser did not allow it. Select the text and copy it.', tone: 'bad' })
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          dir="ltr"
          value={text}
          spellCheck={false}
          className={`${inputClass} font-mono`}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()} aria-label={`Copy: ${label}`}>
          Copy
        </Button>
      </div>
    </div>
  )
}
