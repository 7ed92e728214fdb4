import { describe, expect, it } from 'vitest'
import {
  mayMakeSignInLink,
  mayManagePeople,
  maySeeOutbox,
  maySeeSessionsOf,
  mayUseStudio,
  mayWorkOnIssues,
} from '@/lib/accounts/policy'
import { type Actor, type Role, systemActor } from '@/lib/accounts/schema'

const person = (role: Role): Actor => ({ kind: 'user', id: role, name: role, role })
const everybody = {
  guest: null,
  sponsor: person('SPONSOR'),
  editor: person('EDITOR'),
  owner: person('OWNER'),
  system: systemActor('test'),
}

describe('who may', () => {
  it.each([
    ['use the studio', mayUseStudio, ['editor', 'owner']],
    ['work on issues', mayWorkOnIssues, ['editor', 'owner', 'system']],
    ['manage people', mayManagePeople, ['owner']],
    ['see the outbox', maySeeOutbox, ['owner']],
    ['make a link without mail', mayMakeSignInLink, ['system']],
    ['see an editor’s sessions', (who: Actor | null) => maySeeSessionsOf(who, 'EDITOR'), ['editor', 'owner']],
    ['see an owner’s sessions', (who: Actor | null) => maySeeSessionsOf(who, 'OWNER'), ['owner']],
    [
      'see a sponsor’s sessions',
      (who: Actor | null) => maySeeSessionsOf(who, 'SPONSOR'),
      ['sponsor', 'owner'],
    ],
  ])('%s', (_, may, allowed) => {
    const found = Object.entries(everybody).filter(([, who]) => may(who))
    expect(found.map(([name]) => name)).toEqual(allowed)
  })

  it('denies a role that it does not know', () => {
    const stranger = { kind: 'user', id: 'x', name: 'x', role: 'ADMIN' } as unknown as Actor
    expect([mayUseStudio, mayManagePeople, maySeeOutbox, mayWorkOnIssues].some((may) => may(stranger))).toBe(
      false,
    )
  })
})
