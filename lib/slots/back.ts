import type { AppError } from '@/lib/errors/app-error'

/**
 * Where a plain form about a slot goes back to: the slot's page, told by a code what happened. The words are the page's,
 * or anybody could make it say anything.
 */
export function slotPath(slotId: string, told: { notice: string } | { error: AppError }): string {
  const query =
    'notice' in told
      ? new URLSearchParams({ notice: told.notice })
      : new URLSearchParams({ problem: told.error.code, ...keptOf(told.error) })
  return `/sponsor/slots/${encodeURIComponent(slotId)}?${query}`
}

function keptOf({ detail }: AppError): Record<string, string> {
  return typeof detail.kept === 'string' ? { kept: detail.kept } : {}
}
