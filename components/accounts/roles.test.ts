import { expect, test } from 'vitest'
import { canSaveSettings } from '@/lib/publication/policy'
import { staffRoles } from './roles'

test('settings are said to be the business of the first role that may save them', () => {
  const actor = (role: 'EDITOR' | 'OWNER') => ({ kind: 'user', id: 'x', name: 'Robin', role }) as const
  expect(staffRoles.find(({ value }) => canSaveSettings(actor(value)))?.label).toContain('settings')
  expect(staffRoles.filter(({ label }) => label.includes('settings'))).toHaveLength(1)
})
