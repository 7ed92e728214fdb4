/** Whether a mark that opens and closes alike is left over; behind a number it may stand for inches. */
function isOddAlike(paragraphs: readonly string[], mark: string): boolean {
  let isOpen = false
  for (const text of paragraphs) {
    const again = isOpen && text.startsWith(mark) ? 1 : 0
    if ((text.split(mark).length - 1 - again) % 2 === 1) isOpen = !isOpen
  }
  return isOpen && !new RegExp(`\\d${mark}`).test(paragraphs.join('\n'))
}

/** `“…”`, German and Polish `„…“`, `„…”`. */
function areCurlyOdd(paragraphs: readonly string[]): boolean {
  const isGerman = paragraphs.some((text) => text.includes('„'))
  let open = 0
  // Those that closed something, and may have stood for inches.
  let inches = 0
  for (const text of paragraphs) {
    if (open > 0 && /^[“„]/.test(text)) open -= 1
    for (const [mark] of text.matchAll(/\d?”|[“„]/g)) {
      const closes = mark.endsWith('”') || (mark === '“' && isGerman && open > 0)
      if (!closes) open += 1
      else if (open > 0) {
        open -= 1
        if (mark.length > 1) inches += 1
      } else if (mark.length === 1) {
        if (inches === 0) return true
        inches -= 1
      }
    }
  }
  return open !== 0
}

/** French `«…»` or Danish `»…«`, whichever comes first. */
function areAnglesOdd(paragraphs: readonly string[]): boolean {
  const opening = /[«»]/.exec(paragraphs.join('\n'))?.[0]
  let open = 0
  for (const text of paragraphs) {
    if (open > 0 && opening && text.startsWith(opening)) open -= 1
    for (const [mark] of text.matchAll(/[«»]/g)) open += mark === opening ? 1 : -1
  }
  return open !== 0
}

/**
 * Whether quotation marks don’t pair up, in any language’s. A quote of several paragraphs opens anew in each and closes in
 * the last (Chicago Manual of Style, 13.32). Swedish and Finnish open as they close: `”…”`, `»…»`.
 */
export function hasOddQuotes(paragraphs: readonly string[]): boolean {
  const texts = paragraphs.map((paragraph) => paragraph.trim())
  const all = texts.join('\n')
  const curly = /[“„]/.test(all) ? areCurlyOdd(texts) : isOddAlike(texts, '”')
  const angles = all.includes('«') ? areAnglesOdd(texts) : isOddAlike(texts, '»')
  return curly || angles || isOddAlike(texts, '"')
}
