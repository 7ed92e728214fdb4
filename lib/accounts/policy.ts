import { type Actor, type Role, staffRoleSchema } from '@/lib/accounts/schema'

// Each answer is a list of who may; whoever is not named may not. A guest is `null`.

type Who = Actor | null

function isOneOf(who: Who, roles: readonly Role[]): boolean {
  return who?.kind === 'user' && roles.includes(who.role)
}

/** The curator's desk and everything drafted there: owners and editors. Sponsors never. */
export function mayUseStudio(who: Who): boolean {
  return isOneOf(who, staffRoleSchema.options)
}

/** The same for work that jobs, imports and the command line do too. */
export function mayWorkOnIssues(who: Who): boolean {
  return mayUseStudio(who) || who?.kind === 'system'
}

/** Invite, withdraw, change roles, disable and enable. */
export function mayManagePeople(who: Who): boolean {
  return isOneOf(who, ['OWNER'])
}

/** Let a sponsor's contact sign in: whoever may hand them a link, which opens the same to them. */
export const mayAdmitSponsors = mayWorkOnIssues

/** The outbox holds everybody's sign-in links, so it is the owner's alone. */
export function maySeeOutbox(who: Who): boolean {
  return isOneOf(who, ['OWNER'])
}

/** A personal token does what its person may do in the studio, so whoever may nothing there holds none. */
export const mayHoldTokens = mayUseStudio

/** One's own sessions; the owner those of everybody. */
export function maySeeSessionsOf(who: Who, personId: string): boolean {
  return (who?.kind === 'user' && who.id === personId) || isOneOf(who, ['OWNER'])
}

/** Making a sign-in link without mail: whoever has the shell. */
export function mayMakeSignInLink(who: Who): boolean {
  return who?.kind === 'system'
}
