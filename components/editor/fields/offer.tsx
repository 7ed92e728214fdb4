'use client'

import type { KeyboardEvent } from 'react'

type Props = { id: string; label: string; text: string; onTake: () => void }

/** What an empty field could hold: one key, or a press, fills it in. Nothing is written before. */
export function Offer({ id, label, text, onTake }: Props) {
  return (
    <p className="ed-offer" id={id}>
      <button type="button" tabIndex={-1} onClick={onTake}>
        <kbd>Tab</kbd>
        <span className="sr-only"> fills in {label}: </span>
        <span dir="auto">{text}</span>
      </button>
    </p>
  )
}

/** Whether a key takes the offer of an empty field. Enter goes on without it, and so does a second Tab. */
export function takesOffer(event: KeyboardEvent): boolean {
  const { key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent } = event
  return key === 'Tab' && !(shiftKey || ctrlKey || altKey || metaKey || nativeEvent.isComposing)
}
