import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { loadDraft } from '@/lib/issues/queries'
import { readChecks, readFindingSettings } from './checks'
import type { Checks } from './schema'

/** What is known of the links of an issue as it is saved. @throws AppError `not_found` for a stranger and for nothing alike */
export async function loadChecks(actor: Actor, issueId: string): Promise<Checks> {
  const draft = await loadDraft(actor, issueId)
  return readChecks(db(), draft, await readFindingSettings(db(), issueId))
}
