import { useEffect, useState } from 'react'

type Typed = HTMLInputElement | HTMLTextAreaElement

function fieldOf(id: string | undefined): Typed | null {
  // On the server there is no page.
  if (id === undefined || typeof document === 'undefined') return null
  const found = document.getElementById(id)
  return found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement ? found : null
}

/** Writes as a person does, so that React hears of it: its own setter would hide the change from it. */
function writeInto(field: Typed, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') ?? {}
  field.value = field.defaultValue
  set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * Keeps what was typed into a field of a page that had no script yet. React puts a text area back to what the server
 * sent when it takes the page over, and hears of no letter that was typed before, in an input neither.
 * @param id of a field that was sent with the page; one drawn later holds nothing to keep
 */
export function useTypedBefore(id: string | undefined): void {
  // Read while it is drawn: afterwards it is gone.
  const [typed] = useState(() => {
    const field = fieldOf(id)
    return field && field.value !== field.defaultValue ? field.value : null
  })
  useEffect(() => {
    const field = fieldOf(id)
    // Letters may have come since it was drawn.
    const last = field && field.value !== field.defaultValue ? field.value : typed
    if (field && last !== null) writeInto(field, last)
  }, [id, typed])
}
