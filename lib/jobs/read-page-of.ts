import { fillCaptures } from '@/lib/captures/commands/fill-captures'
import { lookAtPage } from '@/lib/pages/commands/look-at-page'
import type { LookOptions } from '@/lib/pages/look'
import type { JobPayload } from '@/lib/queue/schema'

/** Reads a page, and fills what captures of it left empty. @param options for tests, which have servers of their own */
export async function readPageOf(
  { address, again = false }: JobPayload<'read-page'>,
  options: LookOptions = {},
): Promise<void> {
  const page = await lookAtPage(address, { ...options, again })
  if (page) await fillCaptures(address, page)
}
