import { z } from 'zod'

/** Who carries out a command. Guests carry out none; `system` is jobs, the command line and imports. */
export type Role = 'OWNER' | 'EDITOR' | 'SPONSOR'
export type UserActor = { kind: 'user'; id: string; name: string; role: Role }
export type SystemActor = { kind: 'system'; name: string }
/** A person at a sponsor, come by a capability link or signed in; `id` is the contact's. */
export type ContactActor = {
  kind: 'contact'
  id: string
  name: string
  sponsorId: string
  /** Its name, to be shown. */
  company?: string
}
export type Actor = UserActor | SystemActor | ContactActor

/** The id that receipts and the audit keep of who did it; null for the system. */
export function actorIdOf(actor: Actor): string | null {
  return actor.kind === 'system' ? null : actor.id
}

/** A system actor, named for the audit, e.g. `schedule`, `import`. */
export function systemActor(name: string): SystemActor {
  return { kind: 'system', name }
}

/** An address as it is kept and compared: trimmed, lower case. 254 characters is the limit of RFC 5321. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'Write an email address.')
  .max(254, 'An email address has at most 254 characters.')
  .pipe(z.email('This does not look like an email address; it needs a name, an @ and a domain.'))

/** Where to go after signing in; judged by `returnPath`, so that a bad one is ignored and not an error. */
const nextSchema = z.string().max(2000).optional()

export const requestLinkSchema = z.strictObject({ email: emailSchema, next: nextSchema })
export const confirmSchema = z.strictObject({ token: z.string().min(1).max(200), next: nextSchema })
const providerSchema = z.enum(['github', 'google'])
export const startProviderSchema = z.strictObject({ provider: providerSchema, next: nextSchema })
export type Provider = z.infer<typeof providerSchema>

/** SPONSOR is not offered: a sponsor's contact is invited together with its company. */
export const staffRoleSchema = z.enum(['OWNER', 'EDITOR'], 'Choose a role: editor or owner.')

const nameSchema = z.string().trim().max(120, 'A name has at most 120 characters.')

const commandId = z.uuid()

/** What the studio mails its people of; each can switch kinds off for themselves. */
export const noticeKinds = ['held', 'late', 'inbox', 'copy', 'duties', 'landing', 'requests'] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const saveMailChoiceSchema = z.strictObject({
  commandId,
  muted: z.array(z.enum(noticeKinds)).transform((kinds) => [...new Set(kinds)]),
})

/** A command with nothing to say but what it is about, which its address names. */
export const bareCommandSchema = z.strictObject({ commandId })
export type PersonCommand = { commandId: string; personId: string }

export const inviteSchema = z.strictObject({
  commandId,
  email: emailSchema,
  name: nameSchema.default(''),
  role: staffRoleSchema.default('EDITOR'),
})
export type Invite = z.infer<typeof inviteSchema>

export const tokenKinds = ['CAPTURE', 'INBOX_FEED', 'DRAFT'] as const
export type TokenKind = (typeof tokenKinds)[number]

export const makeTokenSchema = z.strictObject({
  commandId,
  kind: z.enum(tokenKinds),
  name: nameSchema.min(1, 'Name the app or device that gets it, so that you know it again.'),
})

export const changeRoleSchema = z.strictObject({ commandId, role: staffRoleSchema })
export const renameSelfSchema = z.strictObject({ commandId, name: nameSchema.min(1, 'Write your name.') })
