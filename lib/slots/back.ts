import type { AppError } from '@/lib/errors/app-error'

/**
 * Where a plain form about a slot goes back to: the slot's page, told by a code what happened. The words are the page's,
 * or anybody could make it say anything.
 * @param about what the form was about, where the same code means something else
 */
export function slotPath(slotId: string, told: { notice: string } | { error: AppError }, about = ''): string {
  const query =
    'notice' in told
      ? new URLSearchParams({ notice: told.notice })
      : new URLSearchParams({ problem: `${about}${told.error.code}`, ...keptOf(told.error) })
  return `/sponsor/slots/${encodeURIComponent(slotId)}?${query}`
}

type Sent = { intent?: string; view?: string; remove?: string }
type Outcome = { error: AppError } | { result: { submitted: unknown } }

/** The same for the form of the copy: which of its buttons was pressed says what its page should tell. */
export function copyPath(slotId: string, outcome: Outcome, { intent, view, remove }: Sent): string {
  if ('error' in outcome) {
    const { fields } = outcome.error
    return slotPath(slotId, outcome, fields.image ? 'image-' : fields.comment ? 'comment-' : '')
  }
  const done = outcome.result.submitted ? 'sent' : intent === 'comment' ? 'said' : remove ? 'image' : 'saved'
  const path = slotPath(slotId, { notice: done })
  return view ? `${path}&${new URLSearchParams({ view })}#proof` : path
}

function keptOf({ detail }: AppError): Record<string, string> {
  return typeof detail.kept === 'string' ? { kept: detail.kept } : {}
}
