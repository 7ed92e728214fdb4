import { BLURB_BYTES } from '@/lib/issues/schema'

/** The text to draw and to check: one that is too long to be saved would hold the page up, and a notice stands for it. */
export function shownText(text: string): string {
  return text.length > BLURB_BYTES
    ? 'This text is too long to be saved or shown. Open it to shorten it.'
    : text
}
