/** So much of what stands above a message is shown with it, in CSS px. */
const CONTEXT = 120

/**
 * Scrolls a proof to its message, which would else lie below the masked rest where it stands in the middle of the issue
 * or at its end. By `scrollTo`, as `scrollIntoView` scrolls the page around the frame too.
 */
export function showMessage(frame: HTMLIFrameElement): void {
  const { contentDocument: proof, contentWindow: view } = frame
  if (!proof?.body || !view) return
  const top = topOf(proof, view)
  view.scrollTo(0, Math.max(0, top - CONTEXT))
}

/** A page has the message in its only `aside`, a mail below its only `small`, and a text on a line between asterisks. */
function topOf(proof: Document, view: Window): number {
  const label = proof.querySelector('aside') ?? proof.querySelector('small')
  if (label) return label.getBoundingClientRect().top + view.scrollY
  const lines = (proof.body.textContent ?? '').split('\n')
  const line = lines.findIndex((words) => /^\* .* \*$/.test(words))
  return line <= 0 ? 0 : (line / lines.length) * proof.documentElement.scrollHeight
}
