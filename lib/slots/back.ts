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

function keptOf({ detail }: AppError): Record<string, string> {
  return typeof detail.kept === 'string' ? { kept: detail.kept } : {}
}
