import type { PersonState } from '@/lib/accounts/rules'
import type { Role } from '@/lib/accounts/schema'

/** What the interface calls each role. */
export const roleNames: Record<Role, string> = { OWNER: 'Owner', EDITOR: 'Editor', SPONSOR: 'Sponsor' }

/** The roles that can be given here, with what they mean. */
export const staffRoles = [
  { value: 'EDITOR', label: 'Editor: writes, publishes and changes settings' },
  { value: 'OWNER', label: 'Owner: that, and invites and manages people' },
] as const

export const stateNames: Record<PersonState, string> = {
  active: 'Active',
  invited: 'Invited',
  disabled: 'Disabled',
}
export const stateTones = { active: 'ok', invited: 'warn', disabled: 'plain' } as const
