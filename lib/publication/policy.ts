import type { Actor } from '@/lib/accounts/schema'

/** Those who work at the desk set it up too; jobs and imports need it all. Sponsors see none of it. */
export function canReadSettings(actor: Actor): boolean {
  return actor.kind === 'system' || actor.role === 'OWNER' || actor.role === 'EDITOR'
}

export const canSaveSettings = canReadSettings
