import { randomUUID } from 'node:crypto'
import { createSignInLink } from '@/lib/accounts/commands/create-sign-in-link'
import { systemActor } from '@/lib/accounts/schema'
import { fileMail } from '@/lib/mail/outbox-files'
import { mailSettings } from '@/lib/mail/settings'
import { makePerson, makeSession } from '@/lib/testing/actors'
import type { Call, Row } from './row'

type Fields = Parameters<typeof makePerson>[1]

const aPerson = (fields: Fields = {}) => ({
  make: async (): Promise<Call> => ({ params: { personId: (await makePerson('EDITOR', fields)).id } }),
})
const address = () => `${randomUUID()}@example.org`

/** Signing in, people and sessions. */
export const accountRows: Record<string, Row> = {
  'GET /sign-in': { access: 'anyone' },
  'GET /sign-in/sent': { access: 'anyone' },
  'GET /sign-in/confirm': { access: 'anyone' },
  'POST /api/sign-in': { access: 'anyone', bare: true, make: async () => ({ body: { email: address() } }) },
  'POST /api/sign-in/confirm': {
    access: 'anyone',
    bare: true,
    make: async () => {
      const { email } = await makePerson()
      const link = new URL(await createSignInLink(systemActor('test'), email))
      return { body: { token: link.searchParams.get('token') } }
    },
  },
  // No provider is set up in this run.
  'POST /api/sign-in/provider': {
    access: 'anyone',
    bare: true,
    ok: 404,
    make: async () => ({ body: { provider: 'github' } }),
  },
  'GET /api/auth/[...nextauth]': {
    access: 'anyone',
    ok: 404,
    make: async () => ({ params: { '...nextauth': 'callback/github' } }),
  },
  'HEAD /api/auth/[...nextauth]': {
    access: 'anyone',
    ok: 405,
    make: async () => ({ params: { '...nextauth': 'callback/github' } }),
  },
  'POST /api/sign-out': { access: 'anyone' },
  'PATCH /api/people/me': { access: 'signed-in', make: async () => ({ body: { name: 'Ada' } }) },
  'PATCH /api/people/me/mails': { access: 'studio', make: async () => ({ body: { muted: ['copy'] } }) },
  'POST /api/people': { access: 'owner', make: async () => ({ body: { email: address() } }) },
  'POST /api/people/[personId]/role': {
    access: 'owner',
    make: async () => ({ params: { personId: (await makePerson()).id }, body: { role: 'OWNER' } }),
  },
  'POST /api/people/[personId]/disable': { access: 'owner', ...aPerson() },
  'POST /api/people/[personId]/enable': { access: 'owner', ...aPerson({ disabledAt: new Date() }) },
  'POST /api/people/[personId]/invitation': { access: 'owner', ...aPerson({ joinedAt: null }) },
  'POST /api/people/[personId]/withdraw': { access: 'owner', ...aPerson({ joinedAt: null }) },
  'POST /api/people/[personId]/sign-out': { access: 'owner', ...aPerson() },
  'POST /api/sessions/[sessionId]/revoke': {
    access: 'signed-in',
    make: async (actor) => ({
      params: { sessionId: await makeSession(actor?.id ?? (await makePerson()).id) },
    }),
  },
  'GET /admin/sessions': { access: 'studio' },
  'GET /admin/people': { access: 'owner' },
  'GET /admin/people/[personId]': { access: 'owner', ...aPerson() },
  'GET /admin/outbox': { access: 'owner' },
  'GET /admin/outbox/[mailId]': {
    access: 'owner',
    make: async () => {
      const mailId = randomUUID()
      await fileMail(mailSettings().directory, mailId, Buffer.from('Subject: Hello\n\nHello\n'))
      return { params: { mailId } }
    },
  },
}
