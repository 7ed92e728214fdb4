import { flushSync } from 'react-dom'

/** Where the cursor is: by row and field, since what others move is drawn anew. */
type Place = { selector: string; range: [number, number] | null; top: number }

const isText = (element: Element | null): element is HTMLTextAreaElement | HTMLInputElement =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement

function placeOf(element: Element | null): Place | null {
  if (!(element instanceof HTMLElement)) return null
  const row = element.closest<HTMLElement>('[data-block], [data-prose]')
  if (!row) return null
  const { block, prose } = row.dataset
  const own = ['part', 'field', 'row'].find((name) => element.dataset[name] !== undefined)
  if (!own) return null
  const within = block ? `[data-block="${block}"]` : `[data-prose="${prose}"]`
  const range: [number, number] | null = isText(element)
    ? [element.selectionStart ?? 0, element.selectionEnd ?? 0]
    : null
  return {
    selector: `${within} [data-${own}="${element.dataset[own]}"]`,
    range,
    top: element.getBoundingClientRect().top,
  }
}

/**
 * Draws what came from others without taking the cursor away from where it is, or the text from under the reader's
 * eyes.
 */
export function keepPlace(merge: () => void): void {
  const before = document.activeElement
  const place = placeOf(before)
  flushSync(merge)
  if (!place) return
  const after = document.querySelector<HTMLElement>(place.selector)
  if (!after) return
  if (document.activeElement !== after) {
    after.focus({ preventScroll: true })
    if (place.range && isText(after)) after.setSelectionRange(...place.range)
  }
  const by = after.getBoundingClientRect().top - place.top
  if (Math.abs(by) < 1) return
  const scroller = scrollerOf(after)
  scroller.scrollTop += by
}

function scrollerOf(element: HTMLElement): Element {
  for (let each = element.parentElement; each; each = each.parentElement)
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY))
      return each
  return document.scrollingElement ?? document.documentElement
}
